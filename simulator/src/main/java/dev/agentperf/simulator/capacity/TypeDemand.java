package dev.agentperf.simulator.capacity;

import org.jspecify.annotations.Nullable;

/**
 * One type's claims in each part of a trace.
 *
 * @param first what sizes are learned on
 * @param earlier the first half of it
 * @param third the third quarter of it
 * @param fourth the last quarter of it
 * @param rest what sizes are tried on
 */
record TypeDemand(Part first, Part earlier, Part third, Part fourth, Part rest) {

    TypePlan plan(String type, ServiceLevel level) {
        int size = first.size();
        Promise promise = new Promise(level);
        promise.add(this);
        String doubt = promise.doubt();
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
