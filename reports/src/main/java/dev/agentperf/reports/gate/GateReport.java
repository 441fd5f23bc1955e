package dev.agentperf.reports.gate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.agentperf.reports.model.Environment;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a gate found: the file {@code gate.json}, and what all other outputs are made from.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param kind which command made it
 * @param base what the base was, a file or a revision
 * @param head what the head was
 * @param seed what decided all orders; null where nothing was drawn
 * @param seconds how long the forks took, 0 where none ran
 * @param comparisons one a subject and metric
 * @param unjudged the subjects without a verdict
 * @param series the windows of each fork, for the charts; may be empty
 * @param calibration what unchanged code showed of this machine; null for other kinds
 * @param environment where it was measured; null where that is not known
 * @param warnings what makes the verdicts less trustworthy, one sentence each
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GateReport(
        int schemaVersion,
        Kind kind,
        String base,
        String head,
        @Nullable Long seed,
        double seconds,
        List<Comparison> comparisons,
        List<Unjudged> unjudged,
        List<ForkSeries> series,
        @Nullable Calibration calibration,
        @Nullable Environment environment,
        List<String> warnings) {

    /** The version of this contract. */
    public static final int SCHEMA_VERSION = 1;

    /** Copies the lists. */
    public GateReport {
        comparisons = List.copyOf(comparisons);
        unjudged = List.copyOf(unjudged);
        series = List.copyOf(series);
        warnings = List.copyOf(warnings);
    }

    /** Returns how many comparisons came out so. */
    public long count(Verdict verdict) {
        return comparisons.stream().filter(one -> one.verdict() == verdict).count();
    }

    /** Returns how many subjects have no verdict for that reason. */
    public long count(Unjudged.Reason reason) {
        return unjudged.stream().filter(one -> one.reason() == reason).count();
    }

    /** Returns the comparisons that got worse, those that alarm first, then the worst; at most {@code most}. */
    public List<Comparison> worst(int most) {
        return comparisons.stream()
                .filter(one -> one.isAlarm() || one.worsening() > 0)
                .sorted(Comparator.comparingInt(
                                (Comparison one) -> one.verdict().urgency())
                        .thenComparing(Comparator.comparingDouble(Comparison::worsening)
                                .reversed()))
                .limit(most)
                .toList();
    }

    /** Returns what it all came to. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public Outcome outcome() {
        if (count(Unjudged.Reason.FAILED) > 0) {
            return Outcome.BENCHMARK_FAILED;
        }
        if (count(Verdict.REGRESSED) > 0) {
            return Outcome.REGRESSED;
        }
        if (comparisons.isEmpty()) {
            return Outcome.NOTHING_COMPARED;
        }
        return count(Verdict.INCONCLUSIVE) > 0 ? Outcome.INCONCLUSIVE : Outcome.PASSED;
    }

    /** Returns whether some comparison could not have seen a change as large as its band. */
    @JsonIgnore
    public boolean isBlind() {
        return comparisons.stream().anyMatch(Comparison::isBlind);
    }

    /** Which command made a report. */
    public enum Kind {
        /** Interleaved forks of two builds. */
        @JsonProperty("run")
        RUN,
        /** Two results that existed already. */
        @JsonProperty("compare")
        COMPARE,
        /** One build against itself. */
        @JsonProperty("calibrate")
        CALIBRATE
    }

    /** What a gate came to. */
    public enum Outcome {
        /** A regression stands. */
        @JsonProperty("regressed")
        REGRESSED,
        /** A benchmark threw. */
        @JsonProperty("benchmark-failed")
        BENCHMARK_FAILED,
        /** The two sides have nothing in common. */
        @JsonProperty("nothing-compared")
        NOTHING_COMPARED,
        /** No regression stands, and something is undecided. */
        @JsonProperty("inconclusive")
        INCONCLUSIVE,
        /** Everything is decided, and nothing got worse. */
        @JsonProperty("passed")
        PASSED
    }
}
