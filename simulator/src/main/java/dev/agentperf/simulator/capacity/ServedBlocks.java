package dev.agentperf.simulator.capacity;

import java.util.Arrays;
import java.util.List;

/** What a size serves of each block of a time, over all types that are added. Not thread-safe. */
final class ServedBlocks {
    private final long[] claims = new long[TypeDemand.BLOCKS];
    private final long[] served = new long[TypeDemand.BLOCKS];

    void add(List<Part> blocks, int size) {
        for (int block = 0; block < claims.length; block++) {
            claims[block] += blocks.get(block).claims();
            served[block] += blocks.get(block).served(size);
        }
    }

    /** Returns the share that is served from one block to before another, 0 to 1; 0 where nothing is claimed. */
    double rate(int from, int to) {
        long ofClaims = sum(claims, from, to);
        return ofClaims == 0 ? 0 : (double) sum(served, from, to) / ofClaims;
    }

    /** Returns how many claims the busiest block has. */
    long mostClaims() {
        return Arrays.stream(claims).max().orElseThrow();
    }

    /**
     * Returns the standard deviation of the difference between the share served here and that of a later time, by how
     * much blocks differ: that of a ratio of sums (Cochran, <i>Sampling Techniques</i>, 1977, chapter 6).
     *
     * @param laterShare how many times as long the later time is; positive
     */
    double deviation(double laterShare) {
        double rate = rate(0, claims.length);
        double squares = 0;
        for (int block = 0; block < claims.length; block++) {
            double more = served[block] - rate * claims[block];
            squares += more * more;
        }
        double blocks = claims.length;
        double ofThis = Math.sqrt(blocks / (blocks - 1) * squares) / Math.max(1, sum(claims, 0, claims.length));
        return ofThis * Math.sqrt(1 + 1 / laterShare);
    }

    private static long sum(long[] counts, int from, int to) {
        long sum = 0;
        for (int block = from; block < to; block++) {
            sum += counts[block];
        }
        return sum;
    }
}
