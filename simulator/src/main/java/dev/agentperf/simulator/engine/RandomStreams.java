package dev.agentperf.simulator.engine;

import static java.util.Objects.requireNonNull;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Independent random streams by name, all from one seed.
 *
 * <p>A stream depends on the seed and on its own name only: another consumer of randomness, or another order of
 * drawing, changes nothing for the ones that were there. Immutable and thread-safe; the streams themselves are not.
 *
 * @param seed any value; equal seeds give equal streams on every JDK
 */
public record RandomStreams(long seed) {

    // L64X128Mix: period 2^64 (2^128 - 1), and its output is specified, so that a trace stays the same on a later JDK.
    private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    /** Returns a new generator at the beginning of the stream called {@code name}. */
    public RandomGenerator stream(String name) {
        requireNonNull(name, "name");
        long hash = mix(seed);
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash ^ (GOLDEN_GAMMA * (name.charAt(i) + 1L)));
        }
        return ALGORITHM.create(hash);
    }

    // The finaliser of SplittableRandom (Stafford's variant 13): flips every bit of the result with even chance.
    private static long mix(long value) {
        long z = value + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
