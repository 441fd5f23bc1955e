package dev.agentperf.predict;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.DoubleUnaryOperator;

/**
 * What a miss costs, in {@linkplain #typicalUse typical runs}, so that the target share of all runs misses. One for
 * each resource, shared by all keys: that puts the misses where they save most. Thread-safe.
 */
final class MissPrice {
    /* Replay, then gradient
     *
     * After a run its usage is known, so every price of a grid can be judged by it: would the limit at that price have
     * been missed? The lowest price whose misses, with one added, stay within the target is taken. What is known
     * beforehand of prices counts as much as the runs of which the target lets one miss: those from 0.3 / target on are
     * presumed to keep it, lower ones to miss once too often. That is right after tens of runs, but errs to the safe side
     * for good. So after 1,000 runs the price follows the outcome of its own predictions instead: a step up at each miss, a
     * small step down at each other run. */
    private static final int GRID_SIZE = 24;
    private static final double GRID_LEAST = 0.4;
    private static final double GRID_MOST = 200;
    private static final double[] GRID = grid();

    private static final double PRESUMED_FAIR = 0.3;

    private static final long REPLAYED_RUNS = 1_000;
    private static final double STEP = 0.05;
    private static final double LEAST = 0.1;
    private static final double MOST = 60;

    private final double targetMiss;
    private final double stepUp;
    private final double stepDown;
    private final long[] misses = new long[GRID_SIZE];
    private volatile long runs;
    private volatile double price;
    private volatile double typicalUse = Double.NaN;

    MissPrice(double targetMiss) {
        this.targetMiss = targetMiss;
        stepUp = Math.exp(STEP * (1 - targetMiss));
        stepDown = Math.exp(STEP * -targetMiss);
        price = replayed();
    }

    double value() {
        return price;
    }

    /** Returns the mean of what runs of all types use, the latest thousand above all; NaN before the first. */
    double typicalUse() {
        return typicalUse;
    }

    /** Returns whether it still judges all prices by every run, rather than its own predictions by their outcomes. */
    boolean isReplaying() {
        return runs < REPLAYED_RUNS;
    }

    /**
     * Learns from a run.
     *
     * @param limitAt what its limit would have been at each price; must rise with it
     * @param used what it used
     */
    synchronized void score(DoubleUnaryOperator limitAt, double used) {
        boolean missed = used > limitAt.applyAsDouble(price);
        runs++;
        typicalUse = runs == 1 ? used : typicalUse + (used - typicalUse) / Math.min(runs, REPLAYED_RUNS);
        if (runs <= REPLAYED_RUNS) {
            replay(limitAt, used);
            price = replayed();
        } else {
            price = Math.max(LEAST, Math.min(MOST, price * (missed ? stepUp : stepDown)));
        }
    }

    /* Limits rise with the price: once one is kept, all higher ones are. */
    private void replay(DoubleUnaryOperator limitAt, double used) {
        for (int index = 0; index < GRID_SIZE && used > limitAt.applyAsDouble(GRID[index]); index++) {
            misses[index]++;
        }
    }

    synchronized void save(DataOutput out) throws IOException {
        out.writeLong(runs);
        out.writeDouble(price);
        out.writeDouble(runs == 0 ? 0 : typicalUse);
        for (long missed : misses) {
            out.writeLong(missed);
        }
    }

    synchronized void restore(DataInput in) throws IOException {
        runs = PredictorState.readRuns(in);
        price = PredictorState.readFinite(in, LEAST);
        double use = PredictorState.readFinite(in, 0);
        typicalUse = runs == 0 ? Double.NaN : use;
        for (int index = 0; index < GRID_SIZE; index++) {
            misses[index] = PredictorState.readRuns(in);
        }
    }

    private double replayed() {
        double presumedRuns = 1 + 1 / targetMiss;
        for (int index = 0; index < GRID_SIZE; index++) {
            double presumedMisses = GRID[index] < PRESUMED_FAIR / targetMiss ? 2 : 1;
            if (misses[index] + presumedMisses <= targetMiss * (runs + presumedRuns)) {
                return GRID[index];
            }
        }
        return GRID_MOST;
    }

    private static double[] grid() {
        double[] grid = new double[GRID_SIZE];
        for (int index = 0; index < GRID_SIZE; index++) {
            grid[index] = GRID_LEAST * Math.pow(GRID_MOST / GRID_LEAST, index / (GRID_SIZE - 1.0));
        }
        return grid;
    }
}
