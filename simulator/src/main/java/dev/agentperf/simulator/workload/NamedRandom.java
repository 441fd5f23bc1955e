package dev.agentperf.simulator.workload;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.random.AbstractRandomGenerator;

/**
 * A named random stream in the form that the distributions of Commons Math take. Its uniform and normal numbers are
 * computed here and there in plain arithmetic, so they are the same on every JDK. Not thread-safe.
 */
final class NamedRandom extends AbstractRandomGenerator {
    private static final double UNIT = 0x1.0p-53;

    private final RandomGenerator stream;

    NamedRandom(RandomGenerator stream) {
        this.stream = stream;
    }

    @Override
    public double nextDouble() {
        return (stream.nextLong() >>> 11) * UNIT;
    }

    @Override
    public void setSeed(long seed) {
        throw new UnsupportedOperationException("a named stream is seeded once, by its name");
    }
}
