package dev.agentperf.simulator.replay;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * How long the models of one agent type took from the beginning of an answer to the call of a tool. Not thread-safe.
 */
final class ModelTimes {
    private static final int LEAST = 5;
    private static final double EARLY = 5;
    private static final double LATE = 95;
    private static final int DIGITS = 2;

    private final Histogram nanos = new Histogram(DIGITS);
    private long begun;

    /** Learns of an answer that called a tool so long after it began. */
    void called(long afterNanos) {
        nanos.recordValue(Math.max(0, afterNanos));
    }

    /** Learns that a model has begun to answer. */
    void begun() {
        begun++;
    }

    /** Returns the share of answers that called a tool, 0 to 1. */
    double callRate() {
        return begun == 0 ? 0 : Math.min(1, (double) nanos.getTotalCount() / begun);
    }

    /** Returns whether there are too few to tell. */
    boolean isVague() {
        return nanos.getTotalCount() < LEAST;
    }

    /** Returns the time that 19 of 20 exceed, as this part of it. */
    Duration earliest(double part) {
        return Duration.ofNanos((long) (nanos.getValueAtPercentile(EARLY) * part));
    }

    /** Returns the time that one of 20 exceeds, as this part of it. */
    Duration latest(double part) {
        return Duration.ofNanos((long) (nanos.getValueAtPercentile(LATE) * part));
    }
}
