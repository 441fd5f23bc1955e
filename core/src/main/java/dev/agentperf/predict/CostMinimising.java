package dev.agentperf.predict;

import static java.util.Objects.requireNonNull;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code cost}: the limit at which a little more room costs as much as the misses that it saves, on a smoothed,
 * decaying histogram of past runs; a miss is priced so that the target share of all runs misses.
 *
 * <p>Minimising total slack for a given number of misses over all types means one price for all (the multiplier of the
 * Lagrangian), not one miss rate for all: types whose runs are alike get hardly any misses, and those with long tails
 * or with few runs so far, whose limit has to be far above all that was seen, get more. Whoever needs the target kept
 * for each type takes {@link Guaranteed}.
 */
final class CostMinimising implements Algorithm {
    static final String NAME = "cost";

    private final double targetMiss;
    private final Map<Resource, MissPrice> prices = new EnumMap<>(Resource.class);
    private final Map<Resource, EarlyAllowance> early = new EnumMap<>(Resource.class);

    CostMinimising(PredictorConfig config) {
        targetMiss = config.targetMiss();
        for (Resource resource : Resource.values()) {
            prices.put(resource, new MissPrice(targetMiss));
            early.put(resource, new EarlyAllowance(resource, targetMiss));
        }
    }

    @Override
    public UsageModel model(Resource resource) {
        return new Model(
                resource,
                requireNonNull(prices.get(resource)),
                new UsageHistory(resource, requireNonNull(early.get(resource))));
    }

    @Override
    public boolean poolsTypes() {
        return true;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (MissPrice price : prices.values()) {
            price.save(out);
        }
        for (EarlyAllowance allowance : early.values()) {
            allowance.save(out);
        }
    }

    @Override
    public void restore(DataInput in) throws IOException {
        for (MissPrice price : prices.values()) {
            price.restore(in);
        }
        for (EarlyAllowance allowance : early.values()) {
            allowance.restore(in);
        }
    }

    private final class Model implements UsageModel {
        private final Resource resource;
        private final MissPrice price;
        private final UsageHistory history;
        private @Nullable CostCurve curve;
        private boolean isPredicted;

        Model(Resource resource, MissPrice price, UsageHistory history) {
            this.resource = resource;
            this.price = price;
            this.history = history;
        }

        @Override
        public long runs() {
            return history.runs();
        }

        @Override
        public void learn(double used) {
            history.add(used);
            curve = null;
            isPredicted = false;
        }

        /* Telling the limit costs a hundred times what learning a run does. Once the price follows outcomes it needs no
         * more of them than there were predictions. */
        @Override
        public void score(double used) {
            boolean hasLimit = history.runs() > 0 && (isPredicted || price.isReplaying());
            if (hasLimit && history.isShort()) {
                // As it was before this run, which no limit may know that it is judged by.
                double typicalUse = price.typicalUse();
                price.score(at -> history.cheapestShortLimit(at, typicalUse), used);
            } else if (hasLimit) {
                price.score(curve()::limit, used);
            }
            if (history.isShort()) {
                history.scoreShort(used);
            }
        }

        @Override
        public void save(DataOutput out) throws IOException {
            history.save(out);
        }

        @Override
        public void restore(DataInput in) throws IOException {
            history.restore(in);
            curve = null;
        }

        @Override
        public Estimate estimate() {
            isPredicted = true;
            if (history.isShort()) {
                return history.cheapestShortEstimate(price.value(), price.typicalUse(), targetMiss);
            }
            double now = price.value();
            double effectiveRuns = history.effectiveRuns();
            return new Estimate(
                    resource,
                    curve().limit(now),
                    Estimate.confidence(effectiveRuns, targetMiss),
                    history.runs(),
                    curve().basis(now, effectiveRuns));
        }

        private CostCurve curve() {
            if (curve == null) {
                curve = CostCurve.of(history.weights(), price.typicalUse());
            }
            return curve;
        }
    }
}
