package dev.agentperf.cache;

import java.util.Arrays;
import java.util.List;

/**
 * How often each tool is called by a run that has not called it yet, has called it once, and has called it more often:
 * some are called once a run, others again and again. Not thread-safe.
 */
final class CallRates {
    private static final int COUNTS = 3;
    private static final double PRIOR_CHANCES = 0.5;

    private final double[][] calls = new double[COUNTS][KnownTools.MOST_TOOLS];
    private final double[][] chances = new double[COUNTS][KnownTools.MOST_TOOLS];
    private final double[] allCalls = new double[COUNTS];
    private final double[] allChances = new double[COUNTS];

    /** Learns from one run. */
    void learn(List<String> steps, KnownTools tools) {
        int[] called = new int[tools.size()];
        for (String step : steps) {
            if (!KnownTools.isMark(step)) {
                learn(tools.indexOf(step), called);
            }
        }
    }

    private void learn(int actual, int[] called) {
        for (int tool = 0; tool < called.length; tool++) {
            int before = Math.min(called[tool], COUNTS - 1);
            chances[before][tool]++;
            allChances[before]++;
            if (tool == actual) {
                calls[before][tool]++;
                allCalls[before]++;
                called[tool]++;
            }
        }
    }

    /** Returns the probability of each known tool after these steps. */
    double[] probabilities(List<String> steps, KnownTools tools) {
        int[] called = new int[tools.size()];
        for (String step : steps) {
            int tool = tools.indexOf(step);
            if (tool != KnownTools.UNKNOWN) {
                called[tool]++;
            }
        }
        double[] rates = new double[tools.size()];
        for (int tool = 0; tool < rates.length; tool++) {
            int before = Math.min(called[tool], COUNTS - 1);
            rates[tool] =
                    (calls[before][tool] + PRIOR_CHANCES * prior(before)) / (chances[before][tool] + PRIOR_CHANCES);
        }
        double sum = Arrays.stream(rates).sum();
        return Arrays.stream(rates).map(rate -> rate / sum).toArray();
    }

    /* What all tools together do, for one about which little is known. */
    private double prior(int before) {
        return (allCalls[before] + 0.1) / (allChances[before] + 1);
    }
}
