package dev.agentperf.reports.gate;

import dev.agentperf.reports.gate.stats.Logs;
import dev.agentperf.reports.gate.stats.PairedBootstrap;
import dev.agentperf.reports.gate.stats.SteadyState;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Two adjacent forks, one of each build.
 *
 * @param base the fork of the base
 * @param head the fork of the head
 */
public record ForkPair(Fork base, Fork head) {

    /** At least this part of a fork is warm-up, however steady it looks: a compiler may be late. */
    private static final double LEAST_WARMUP = 0.4;

    /** Returns whether both forks have steady windows to judge by. */
    public boolean isSteady() {
        return start(base).isPresent() && start(head).isPresent();
    }

    /** Returns the figure of one fork: the median over its windows after warm-up; NaN where it was not measured. */
    public double value(Side side, Metric metric) {
        return Math.max(Logs.median(measured(side, metric)), metric.floor());
    }

    /** Returns whether both sides have a figure that a ratio can be made of. */
    public boolean has(Metric metric) {
        return Arrays.stream(Side.values())
                .mapToDouble(side -> value(side, metric))
                .allMatch(value -> value > 0 && Double.isFinite(value));
    }

    /** Returns both forks' windows for the bootstrap. */
    public PairedBootstrap.Pair windows(Metric metric) {
        return new PairedBootstrap.Pair(floored(Side.BASE, metric), floored(Side.HEAD, metric));
    }

    /** Returns what differs between the forks' conditions, such as {@code mode avgt or thrpt}; empty for nothing. */
    public String differences() {
        return base.differences(head);
    }

    private double[] floored(Side side, Metric metric) {
        return Arrays.stream(measured(side, metric))
                .map(value -> Math.max(value, metric.floor()))
                .toArray();
    }

    private double[] measured(Side side, Metric metric) {
        double[] windows = (side == Side.BASE ? base : head).of(metric);
        return Arrays.copyOfRange(windows, Math.min(warmup(windows.length), windows.length), windows.length);
    }

    /* The later of the two ends, for both: windows of one age are compared. */
    private int warmup(int windows) {
        int least = (int) Math.ceil(windows * LEAST_WARMUP);
        int latest = Math.max(start(base).orElse(least), start(head).orElse(least));
        return Math.min(Math.max(least, latest), Math.max(0, windows - 1));
    }

    /* CPU time where it was measured: a neighbour's load is no warm-up. */
    private static OptionalInt start(Fork fork) {
        double[] cpu = fork.of(Metric.CPU);
        return SteadyState.start(cpu.length > 0 ? cpu : fork.of(Metric.WALL));
    }
}
