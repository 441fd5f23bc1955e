package dev.agentperf.reports.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * Real starts on a real runtime: {@code starts.json}.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param runtime the runtime that was measured: {@code docker} or {@code process}
 * @param image what was started: an image's name, or a program's
 * @param paths one a way of starting
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Starts(int schemaVersion, String runtime, String image, List<StartPath> paths) {

    /** The version of this contract. */
    public static final int SCHEMA_VERSION = 1;

    /** Copies the paths. */
    public Starts {
        paths = List.copyOf(paths);
    }

    /** Returns the path of that name, empty where it was not measured. */
    public Optional<StartPath> path(String name) {
        return paths.stream().filter(path -> path.path().equals(name)).findFirst();
    }
}
