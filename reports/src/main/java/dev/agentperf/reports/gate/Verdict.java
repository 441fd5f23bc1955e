package dev.agentperf.reports.gate;

import dev.agentperf.reports.gate.stats.Estimate;

/** What a comparison came to. */
public enum Verdict {
    /** Worse by more than the band, and not by chance. The only one that can fail a build. */
    REGRESSED,
    /** Better by more than the band, and not by chance. */
    IMPROVED,
    /** Any change is proven to be smaller than the band. */
    EQUIVALENT,
    /** Neither is shown: the noise is larger than the question. */
    INCONCLUSIVE;

    /** Returns how much a reader wants to see of it first: what regressed, then what may have, 0 for the first. */
    public int urgency() {
        return switch (this) {
            case REGRESSED -> 0;
            case INCONCLUSIVE -> 1;
            case IMPROVED -> 2;
            case EQUIVALENT -> 3;
        };
    }

    /** Returns the verdict on an estimate. */
    public static Verdict of(Estimate estimate, Metric metric) {
        Estimate cost = metric.better() == Direction.SMALLER ? estimate : estimate.inverse();
        if (isWorse(cost, metric.band())) {
            return REGRESSED;
        }
        if (isWorse(cost.inverse(), metric.band())) {
            return IMPROVED;
        }
        return estimate.isWithin(metric.band()) ? EQUIVALENT : INCONCLUSIVE;
    }

    private static boolean isWorse(Estimate cost, double band) {
        return cost.isAbove() && cost.ratio() > 1 + band;
    }
}
