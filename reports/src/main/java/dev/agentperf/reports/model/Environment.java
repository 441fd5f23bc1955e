package dev.agentperf.reports.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where, when and how a run was made: {@code environment.json}.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param agentperf our version; behind a plus sign, the commit that it was built from
 * @param startedAt when the run began, ISO-8601 in UTC
 * @param commandLine what was typed
 * @param profile {@value #QUICK}, {@value #FULL}, or the name of the command where it has no depths
 * @param seed the seed of all randomness, null where there was none
 * @param machine the machine
 * @param jvm the Java virtual machine
 * @param engine the container engine, null where none took part
 * @param warnings what makes the figures less trustworthy, one sentence each
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Environment(
        int schemaVersion,
        String agentperf,
        String startedAt,
        String commandLine,
        String profile,
        @Nullable Long seed,
        Machine machine,
        Jvm jvm,
        @Nullable Engine engine,
        List<String> warnings) {

    /** The version of this contract. */
    public static final int SCHEMA_VERSION = 1;

    /** The profile that ends within minutes; its JMH numbers are smoke, not evidence. */
    public static final String QUICK = "quick";

    /** The profile whose numbers may be shown around. */
    public static final String FULL = "full";

    /** Copies the warnings. */
    public Environment {
        warnings = List.copyOf(warnings);
    }

    /** Returns whether the run was too short for its JMH numbers to be evidence. */
    @JsonIgnore
    public boolean isQuick() {
        return profile.equals(QUICK);
    }

    /** Returns the commit that our version was built from; empty where the version does not tell. */
    @JsonIgnore
    public Optional<String> commit() {
        int plus = agentperf.indexOf('+');
        return plus < 0 ? Optional.empty() : Optional.of(agentperf.substring(plus + 1));
    }

    /**
     * The machine.
     *
     * @param os the operating system's name and version
     * @param kernel the kernel's release; empty where it is not known
     * @param arch the processor's architecture
     * @param cpu the processor's model; empty where it is not known
     * @param cores the logical processors that this process may use
     * @param memoryBytes the machine's memory, 0 where it is not known
     * @param cgroup the control groups' version: {@code v1}, {@code v2}, {@code hybrid} or {@code none}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Machine(
            String os, String kernel, String arch, String cpu, int cores, long memoryBytes, String cgroup) {}

    /**
     * The Java virtual machine.
     *
     * @param vendor who built it
     * @param version its full version
     * @param name its name
     * @param gc its garbage collectors
     * @param flags the arguments it was started with
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Jvm(String vendor, String version, String name, List<String> gc, List<String> flags) {

        /** Copies both lists. */
        public Jvm {
            gc = List.copyOf(gc);
            flags = List.copyOf(flags);
        }
    }

    /**
     * The container engine.
     *
     * @param name its name, such as {@code docker}
     * @param version its version
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Engine(String name, String version) {}
}
