package dev.agentperf.simulator.capacity;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a size that held on one part of a trace may be expected to hold on the next.
 *
 * <p>Three things must be true. The first part shows enough misses to know their rate: ten at the service level. It
 * holds together itself: the size meets the level in its first half and in either of its later quarters, and so does in
 * those quarters the size that its first half asks for. And the rest is no busier than the first part by more than a
 * tenth. The rest's own warm rate is not asked: it is what a promise is judged by.
 */
final class Promise {
    private static final double MISSES_TO_SEE = 10;
    private static final double MOST_GROWTH = 1.1;

    private final ServiceLevel level;
    private long claims;
    private final Served third = new Served();
    private final Served fourth = new Served();
    private final List<Served> parts = List.of(new Served(), new Served(), new Served());
    private long restClaims;

    Promise(ServiceLevel level) {
        this.level = level;
    }

    /** What a size serves of one part. */
    private static final class Served {
        private long claims;
        private long served;

        void add(Part part, int size) {
            claims += part.claims();
            served += part.served(size);
        }

        double rate() {
            return claims == 0 ? 0 : (double) served / claims;
        }
    }

    void add(TypeDemand demand) {
        claims += demand.first().claims();
        third.add(demand.third(), demand.earlier().size());
        fourth.add(demand.fourth(), demand.earlier().size());
        List<Part> split = List.of(demand.earlier(), demand.third(), demand.fourth());
        for (int i = 0; i < split.size(); i++) {
            parts.get(i).add(split.get(i), demand.first().size());
        }
        restClaims += demand.rest().claims();
    }

    /** Returns what speaks against it; null where nothing does. */
    @Nullable
    String doubt() {
        double enough = level.warmRate() == 1 ? Double.POSITIVE_INFINITY : MISSES_TO_SEE / (1 - level.warmRate());
        if (claims == 0) {
            return "no claim in the first part";
        }
        if (claims < Math.round(enough)) {
            return level.warmRate() == 1
                    ? "no finite number of claims shows that none will miss"
                    : "only " + claims + " claims in the first part, fewer than " + Math.round(enough);
        }
        double held = Math.min(third.rate(), fourth.rate());
        if (held < level.warmRate()) {
            return changes("what its first half needs serves %.1f %% of a later quarter", held);
        }
        double worst = parts.stream().mapToDouble(Served::rate).min().orElseThrow();
        if (worst < level.warmRate()) {
            return changes("its size serves %.1f %% of one of its parts", worst);
        }
        double growth = restClaims / (double) claims * level.train() / (1 - level.train());
        return growth > MOST_GROWTH
                ? String.format(Locale.ROOT, "the rest is busier than the first part, %.2f times", growth)
                : null;
    }

    private static String changes(String how, double share) {
        return "the first part changes within itself: " + String.format(Locale.ROOT, how, 100 * share);
    }
}
