package dev.agentperf.simulator.capacity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a size that held on one part of a trace may be expected to hold on the next.
 *
 * <p>Four things must be true. The first part shows enough misses to know their rate: ten at the service level. It
 * holds together itself: the size meets the level in its first half and in either of its later quarters, and so does in
 * those quarters the size that its first half asks for. Its blocks differ so little that as long a time again would
 * hardly miss more than {@value #TOLERANCE} too often: claims of one burst miss together, so that the spread is that of
 * blocks of time and not of claims (batch means; Law, <i>Simulation Modeling and Analysis</i>, chapter 9). And the rest
 * is no busier than the first part: by no more than a tenth on the whole, and in its busiest block by no more than a
 * count of so many varies by chance, three standard deviations. The rest's own warm rate is not asked: it is what a
 * promise is judged by.
 */
final class Promise {
    private static final double MISSES_TO_SEE = 10;
    private static final double MOST_GROWTH = 1.1;
    private static final double TOLERANCE = 0.005;
    private static final double DEVIATIONS = 3;
    private static final int HALF = TypeDemand.BLOCKS / 2;
    private static final int LAST_QUARTER = TypeDemand.BLOCKS / 4 * 3;

    private final ServiceLevel level;
    private final ServedBlocks chosen = new ServedBlocks();
    private final ServedBlocks halfOfIt = new ServedBlocks();
    private long claims;
    private long restClaims;

    Promise(ServiceLevel level) {
        this.level = level;
    }

    void add(TypeDemand demand) {
        claims += demand.first().claims();
        chosen.add(demand.blocks(), demand.first().size());
        halfOfIt.add(demand.blocks(), demand.earlier().size());
        restClaims += demand.rest().claims();
    }

    /**
     * Returns what speaks against it; null where nothing does.
     *
     * @param rest the claims of the rest, in blocks as long as those of the first part
     */
    @Nullable
    String doubt(BusiestBlock rest) {
        if (claims == 0) {
            return "no claim in the first part";
        }
        double enough = level.warmRate() == 1 ? Double.POSITIVE_INFINITY : MISSES_TO_SEE / (1 - level.warmRate());
        if (claims < Math.round(enough)) {
            return level.warmRate() == 1
                    ? "no finite number of claims shows that none will miss"
                    : "the first part has " + claims + (claims == 1 ? " claim" : " claims") + ", fewer than "
                            + Math.round(enough);
        }
        String change = change();
        return change == null ? growth(rest) : change;
    }

    private @Nullable String change() {
        double held = Math.min(halfOfIt.rate(HALF, LAST_QUARTER), halfOfIt.rate(LAST_QUARTER, TypeDemand.BLOCKS));
        if (held < level.warmRate()) {
            return changes("what its first half needs serves %.1f %% of a later quarter", held);
        }
        double later = Math.min(chosen.rate(HALF, LAST_QUARTER), chosen.rate(LAST_QUARTER, TypeDemand.BLOCKS));
        double worst = Math.min(chosen.rate(0, HALF), later);
        if (worst < level.warmRate()) {
            return changes("its size serves %.1f %% of one of its parts", worst);
        }
        double likely = chosen.rate(0, TypeDemand.BLOCKS) - DEVIATIONS * chosen.deviation(restShare());
        return likely < level.warmRate() - TOLERANCE
                ? changes("as much again may be served to %.1f %% only, so much do its blocks differ", likely)
                : null;
    }

    /* How many times as long as the first part the rest is. */
    private double restShare() {
        return (1 - level.train()) / level.train();
    }

    private @Nullable String growth(BusiestBlock rest) {
        double growth = restClaims / (claims * restShare());
        if (growth > MOST_GROWTH) {
            return busier("than the first part", growth);
        }
        double most = chosen.mostClaims();
        return rest.most() - most > DEVIATIONS * Math.sqrt(most) ? busier("at its height", rest.most() / most) : null;
    }

    private static String busier(String when, double growth) {
        return String.format(Locale.ROOT, "the rest is busier %s, %.2f times", when, growth);
    }

    private static String changes(String how, double share) {
        return "the first part changes within itself: " + String.format(Locale.ROOT, how, 100 * share);
    }
}
