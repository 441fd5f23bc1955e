package dev.agentperf.reports.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * The verdicts of a run: {@code targets.json}.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param targets one a target, in the order of the report
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Targets(int schemaVersion, List<Target> targets) {

    /** The version of this contract. */
    public static final int SCHEMA_VERSION = 1;

    /** Copies the targets. */
    public Targets {
        targets = List.copyOf(targets);
    }

    /** Returns those targets in today's schema. */
    public static Targets of(Target... targets) {
        return new Targets(SCHEMA_VERSION, List.of(targets));
    }

    /** Returns how many targets came out so. */
    public long count(Target.Verdict verdict) {
        return targets.stream().filter(target -> target.verdict() == verdict).count();
    }
}
