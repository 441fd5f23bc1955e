package dev.agentperf.reports.view;

import dev.agentperf.simulator.result.Bound;
import dev.agentperf.simulator.result.PolicyRun;

/** The figures of a replay that may be absent: a share of nothing is not 0 %, and a latency of nothing not 0 ms. */
public final class PolicyFigures {
    private PolicyFigures() {}

    /** Returns the share of claims that found a ready container. */
    public static String warmRate(PolicyRun run) {
        return run.claims() == 0 ? Figures.NONE : Figures.percent(run.warmRate());
    }

    /** Returns a quantile of the starts, in milliseconds. */
    public static String start(PolicyRun run, double millis) {
        return run.claims() == 0 ? Figures.NONE : Figures.millis(millis);
    }

    /** Returns what the run costs over what the bound does; absent where the bound is 0. */
    public static String regret(PolicyRun run, Bound bound) {
        Double regret = run.regrets().get(bound.bound());
        return regret == null ? Figures.NONE : Figures.number(regret);
    }

    /** Returns the tool cache's hit rate. */
    public static String toolHits(PolicyRun run) {
        return run.toolCache().lookups() == 0
                ? Figures.NONE
                : Figures.percent(run.toolCache().hitRate());
    }

    /** Returns the share of statistics questions that cost no call. */
    public static String statsSaved(PolicyRun run) {
        return run.stats().asked() == 0
                ? Figures.NONE
                : Figures.percent(run.stats().reduction());
    }
}
