package dev.agentperf.reports.model;

import org.jspecify.annotations.Nullable;

/** The four targets that every report judges: floors, not aims. */
public enum StandardTarget {
    /** The 99th percentile of warm starts, claim to first answer. */
    WARM_START_P99("Warm start, 99th percentile", 100, Target.MS, Target.Sense.AT_MOST),
    /** The share of tool metadata look-ups that find a fresh entry. */
    TOOL_HIT_RATE("Tool metadata hit rate", 0.80, Target.RATIO, Target.Sense.AT_LEAST),
    /** The share of statistics questions that cost no call to the engine. */
    STATS_REDUCTION("Stats calls saved", 0.95, Target.RATIO, Target.Sense.AT_LEAST),
    /** The share of runs that used no more than was predicted for them. */
    RUNS_WITHIN_LIMIT("Runs within the predicted limit", 0.95, Target.RATIO, Target.Sense.AT_LEAST);

    private final String title;
    private final double target;
    private final String unit;
    private final Target.Sense sense;

    StandardTarget(String title, double target, String unit, Target.Sense sense) {
        this.title = title;
        this.target = target;
        this.unit = unit;
        this.sense = sense;
    }

    /** Returns the target's name in {@code targets.json} and in the report. */
    public String title() {
        return title;
    }

    /**
     * Judges a figure.
     *
     * @param measured in milliseconds, or a share from 0 to 1
     * @param n how many observations stand behind it
     * @param basis what it was taken from, in a few words
     */
    public Target judge(double measured, long n, String basis) {
        return target(measured, sense.isMet(measured, target), n, basis);
    }

    /**
     * Returns the target without a figure.
     *
     * @param reason why there is none, in a few words
     */
    public Target notMeasured(String reason) {
        return target(null, null, null, reason);
    }

    private Target target(@Nullable Double measured, @Nullable Boolean met, @Nullable Long n, String basis) {
        return new Target(title, target, measured, unit, met, sense, n, basis);
    }
}
