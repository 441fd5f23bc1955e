package dev.agentperf.pool.policy;

import dev.agentperf.AgentType;

/**
 * {@code slo:R}: the smallest stock that would have served the share R of claims warm, given how long a taken place
 * stays empty. Adapts as it learns.
 *
 * <p>A claim is warm exactly when fewer places are empty than there are; so the policy counts the empty ones at each
 * claim, and keeps the R-quantile of that count, plus one. Under Poisson arrivals the count is Poisson (Palm's
 * theorem), and the stock that of the base-stock model; bursts are in the count as they come.
 */
record ServiceLevel(double warmRate) implements PoolPolicy {

    ServiceLevel {
        if (!(warmRate > 0 && warmRate < 1)) {
            throw new IllegalArgumentException("warm rate must be between 0 and 1, was " + warmRate);
        }
    }

    static ServiceLevel parse(String text) {
        if (!text.matches("0?\\.\\d{1,9}")) {
            throw new IllegalArgumentException("warm rate must be a share such as 0.99, was '" + text + "'");
        }
        return new ServiceLevel(Double.parseDouble(text));
    }

    @Override
    public String name() {
        return "slo:" + warmRate;
    }

    @Override
    public TypePolicy forType(AgentType type, ContainerCosts costs) {
        return new LearnedStock(warmRate, costs.isReused() ? new InUse() : new InReplacement(costs));
    }

    /** The stock of one type. */
    private static final class LearnedStock implements TypePolicy {
        private final double warmRate;
        private final EmptyPlaces empty;
        private final DecayingCounts counts = new DecayingCounts();
        private int stock = 1;

        LearnedStock(double warmRate, EmptyPlaces empty) {
            this.warmRate = warmRate;
            this.empty = empty;
        }

        @Override
        public int stock(long nowNanos) {
            return stock;
        }

        @Override
        public boolean learnsFromClaims() {
            return true;
        }

        @Override
        public void claimed(long nowNanos, boolean warm) {
            counts.add(empty.at(nowNanos));
            empty.claimed(nowNanos);
            stock = counts.quantile(warmRate) + 1;
        }

        @Override
        public IdlePlan released(long nowNanos) {
            empty.released();
            return IdlePlan.NONE;
        }
    }

    /** How many places of an endless stock are empty. */
    private interface EmptyPlaces {
        int at(long nowNanos);

        void claimed(long nowNanos);

        default void released() {}
    }

    /** A place is empty while its container is in use. */
    private static final class InUse implements EmptyPlaces {
        private int claimed;

        @Override
        public int at(long nowNanos) {
            return claimed;
        }

        @Override
        public void claimed(long nowNanos) {
            claimed++;
        }

        @Override
        public void released() {
            claimed--;
        }
    }

    /** A place is empty until the replacement of its container is ready: for one cold start. */
    private static final class InReplacement implements EmptyPlaces {
        private final ContainerCosts costs;
        private final LongQueue claims = new LongQueue();

        InReplacement(ContainerCosts costs) {
            this.costs = costs;
        }

        @Override
        public int at(long nowNanos) {
            long filledSince = nowNanos - costs.coldStartNanos();
            while (!claims.isEmpty() && claims.first() <= filledSince) {
                claims.removeFirst();
            }
            return claims.size();
        }

        @Override
        public void claimed(long nowNanos) {
            claims.add(nowNanos);
        }
    }
}
