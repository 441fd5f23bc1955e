package dev.agentperf.reports.gate.history;

import dev.agentperf.reports.gate.stats.Logs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
import org.apache.commons.math3.stat.inference.TTest;

/**
 * Finds where the level of a series changes: E-divisive with distance exponent 1 (Matteson and James 2014), made
 * deterministic by a t-test in the place of permutations.
 *
 * <p>Windows of 50 points that overlap by half are split as long as a split is significant at 1 %. All splits together
 * must then stand between their neighbours: 0.1 %, a change of at least 5 % from median to median, at least four points
 * on each side; the weakest goes first, and what is left is asked again. The rank test beside the t-test and the
 * medians keep single spikes out. Stateless and thread-safe.
 */
public final class EDivisive {
    /** How many points are looked at together; what is further away says nothing about today's level. */
    static final int WINDOW = 50;

    private static final int LEAST_POINTS = 10;
    private static final int LEAST_SEGMENT = 4;
    private static final double CANDIDATE = 0.01;
    private static final double FINAL = 0.001;
    private static final double LEAST_CHANGE = 0.05;
    private static final double RANKS = 0.05;

    private final double[] values;

    private EDivisive(double[] values) {
        this.values = values;
    }

    /** Returns the first point of each new level, in order; empty for fewer than ten points. */
    public static List<Integer> changes(double[] values) {
        return values.length < LEAST_POINTS ? List.of() : new EDivisive(values.clone()).find();
    }

    /**
     * Returns the statistic of a split: how far the parts lie apart in energy distance, more for larger parts.
     *
     * @param split the first point of the second part; both have at least two points
     */
    static double statistic(double[] values, int split) {
        int left = split;
        int right = values.length - split;
        double between = 0;
        double withinLeft = 0;
        double withinRight = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                double distance = Math.abs(values[i] - values[j]);
                if (j < split) {
                    withinLeft += distance;
                } else if (i >= split) {
                    withinRight += distance;
                } else {
                    between += distance;
                }
            }
        }
        double energy = 2 * between / (left * (double) right)
                - withinLeft / (left * (left - 1) / 2.0)
                - withinRight / (right * (right - 1) / 2.0);
        return energy * left * right / values.length;
    }

    private List<Integer> find() {
        TreeSet<Integer> candidates = new TreeSet<>();
        for (int from = 0; from == 0 || from + WINDOW / 2 < values.length; from += WINDOW / 2) {
            split(from, Math.min(values.length, from + WINDOW), candidates);
        }
        return confirmed(new ArrayList<>(candidates));
    }

    private void split(int from, int to, SortedSet<Integer> found) {
        if (to - from < 2 * LEAST_SEGMENT) {
            return;
        }
        double[] part = Arrays.copyOfRange(values, from, to);
        int best = LEAST_SEGMENT;
        double most = Double.NEGATIVE_INFINITY;
        for (int split = LEAST_SEGMENT; split <= part.length - LEAST_SEGMENT; split++) {
            double statistic = statistic(part, split);
            if (statistic > most) {
                most = statistic;
                best = split;
            }
        }
        if (pValue(Arrays.copyOf(part, best), Arrays.copyOfRange(part, best, part.length)) < CANDIDATE) {
            found.add(from + best);
            split(from, from + best, found);
            split(from + best, to, found);
        }
    }

    private List<Integer> confirmed(List<Integer> candidates) {
        List<Integer> kept = new ArrayList<>(candidates);
        while (true) {
            int weakest = -1;
            double worst = FINAL;
            for (int i = 0; i < kept.size(); i++) {
                double p = pValue(kept, i);
                if (p >= worst) {
                    worst = p;
                    weakest = i;
                }
            }
            if (weakest < 0) {
                return List.copyOf(kept);
            }
            kept.subList(weakest, weakest + 1).clear();
        }
    }

    private double pValue(List<Integer> splits, int index) {
        double[] before = before(splits, index);
        double[] after = after(splits, index);
        if (before.length < LEAST_SEGMENT || after.length < LEAST_SEGMENT) {
            return 1;
        }
        double change = Math.abs(Logs.median(after) / Logs.median(before) - 1);
        return change >= LEAST_CHANGE ? pValue(before, after) : 1;
    }

    private double[] before(List<Integer> splits, int index) {
        int at = splits.get(index);
        int from = index == 0 ? 0 : splits.get(index - 1);
        return Arrays.copyOfRange(values, Math.max(from, at - WINDOW), at);
    }

    private double[] after(List<Integer> splits, int index) {
        int at = splits.get(index);
        int to = index + 1 == splits.size() ? values.length : splits.get(index + 1);
        return Arrays.copyOfRange(values, at, Math.min(to, at + WINDOW));
    }

    /* The larger of both: a mean that one spike moves, and ranks that it does not. */
    private static double pValue(double[] before, double[] after) {
        boolean level = Logs.deviation(before) == 0 && Logs.deviation(after) == 0;
        double t = level ? (before[0] == after[0] ? 1 : 0) : new TTest().tTest(before, after);
        return Math.max(t, ranks(before, after));
    }

    /* Four against four points cannot reach 0.1 % by ranks: they need only be as far apart as ranks can tell. */
    private static double ranks(double[] before, double[] after) {
        double p = new MannWhitneyUTest().mannWhitneyUTest(before, after);
        return p < RANKS ? 0 : 1;
    }
}
