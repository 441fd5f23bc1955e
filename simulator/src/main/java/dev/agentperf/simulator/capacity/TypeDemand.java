package dev.agentperf.simulator.capacity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One type's claims in each part of a trace.
 *
 * @param first what sizes are learned on
 * @param earlier the first half of it
 * @param blocks its equal parts, {@value #BLOCKS} by time
 * @param rest what sizes are tried on
 * @param restBlocks the rest in blocks as long as those of the first part
 */
record TypeDemand(Part first, Part earlier, List<Part> blocks, Part rest, BusiestBlock restBlocks) {
    /** As many as divide by four, and enough to see how much they differ. */
    static final int BLOCKS = 16;

    TypePlan plan(String type, ServiceLevel level) {
        int size = first.size();
        Promise promise = new Promise(level);
        promise.add(this);
        String doubt = promise.doubt(restBlocks);
        return new TypePlan(
                type,
                size,
                rate(first.served(size), first.claims()),
                rate(rest.served(size), rest.claims()),
                rest.meanIdle(size),
                first.claims(),
                rest.claims(),
                doubt == null,
                doubt);
    }

    static @Nullable Double rate(long served, long claims) {
        return claims == 0 ? null : (double) served / claims;
    }
}
