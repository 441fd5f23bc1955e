package dev.agentperf.predict;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.DoubleConsumer;

/**
 * What the latest runs of all types used of one resource: enough to estimate a type that has none. Every run of every
 * type comes by here, so it takes no lock: thread-safe, but a run that is added meanwhile may be seen or not.
 */
final class LatestRuns {
    /* Five half-lives: what came before would weigh 3 %. */
    private static final int KEPT = 256;

    private final AtomicLong runs = new AtomicLong();
    private final AtomicLongArray bits = new AtomicLongArray(KEPT);

    void add(double used) {
        bits.lazySet((int) (runs.getAndIncrement() & (KEPT - 1)), Double.doubleToRawLongBits(used));
    }

    /** Returns how many runs there have been. */
    long runs() {
        return runs.get();
    }

    /** Tells of those that are kept, in order. */
    void forEach(DoubleConsumer action) {
        long end = runs.get();
        for (long run = Math.max(0, end - KEPT); run < end; run++) {
            action.accept(Double.longBitsToDouble(bits.get((int) (run & (KEPT - 1)))));
        }
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(runs.get());
        for (int index = 0; index < KEPT; index++) {
            out.writeLong(bits.get(index));
        }
    }

    void restore(DataInput in) throws IOException {
        runs.set(PredictorState.readRuns(in));
        for (int index = 0; index < KEPT; index++) {
            bits.set(index, Double.doubleToRawLongBits(PredictorState.readFinite(in, 0)));
        }
    }
}
