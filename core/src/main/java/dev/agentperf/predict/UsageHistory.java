package dev.agentperf.predict;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What is kept of the runs of one key and resource: how many, the greatest, and a smoothed histogram of the recent
 * ones. Not thread-safe.
 *
 * <p>Memory and processor time halve in 50 runs, time in 30. Ten runs decide how far each is spread
 * ({@link Bandwidth}); before, it is 3 %.
 */
final class UsageHistory {
    private static final int FIRST_RUNS = ResourcePredictor.TRUSTED_RUNS;
    private static final double FIRST_BANDWIDTH = 0.03;

    private final Resource resource;
    private final EarlyAllowance early;
    private final double[] first = new double[FIRST_RUNS];
    private DecayingHistogram histogram;
    private long runs;
    private double greatest;

    /**
     * Creates an empty history.
     *
     * @param early what all types share of the time when each had few runs
     */
    UsageHistory(Resource resource, EarlyAllowance early) {
        this.resource = resource;
        this.early = early;
        histogram = histogram(FIRST_BANDWIDTH);
    }

    void add(double used) {
        if (runs < FIRST_RUNS) {
            first[(int) runs] = used;
        }
        runs++;
        greatest = Math.max(greatest, used);
        histogram.add(LogGrid.bin(used));
        if (runs == FIRST_RUNS) {
            smoothAnew();
        }
    }

    private void smoothAnew() {
        histogram = histogram(adaptedBandwidth());
        for (double used : first) {
            histogram.add(LogGrid.bin(used));
        }
    }

    private double adaptedBandwidth() {
        return Bandwidth.of(Arrays.stream(first).map(LogGrid::log).toArray());
    }

    /** Lets all types learn from a run that comes while this one has few; to be called before it is added. */
    void scoreShort(double used) {
        early.learn(runs, greatest, used);
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(runs);
        out.writeDouble(greatest);
        for (double used : first) {
            out.writeDouble(used);
        }
        histogram.save(out);
    }

    void restore(DataInput in) throws IOException {
        runs = PredictorState.readRuns(in);
        greatest = PredictorState.readFinite(in, 0);
        for (int index = 0; index < FIRST_RUNS; index++) {
            first[index] = PredictorState.readFinite(in, 0);
        }
        histogram = histogram(isShort() ? FIRST_BANDWIDTH : adaptedBandwidth());
        histogram.restore(in);
    }

    private DecayingHistogram histogram(double bandwidth) {
        return new DecayingHistogram(halfLifeRuns(resource), LogGrid.kernel(bandwidth));
    }

    long runs() {
        return runs;
    }

    /** Returns the weights of the recent runs; they are good until the next run is added. */
    DecayingHistogram.Weights weights() {
        return histogram.weights();
    }

    boolean isShort() {
        return runs < FIRST_RUNS;
    }

    double effectiveRuns() {
        return DecayingHistogram.effectiveRuns(runs, halfLifeRuns(resource));
    }

    /** Returns the limit that costs least at a price of a miss, while there are too few runs for a distribution. */
    double cheapestShortLimit(double price, double typicalUse) {
        return greatest * cheapestAllowance(price, typicalUse);
    }

    private double cheapestAllowance(double price, double typicalUse) {
        boolean hasScale = !Double.isNaN(typicalUse) && greatest >= LogGrid.LEAST;
        return early.cheapestFactor(runs, hasScale ? price * typicalUse / greatest : price);
    }

    /** Returns the cheapest limit, and why, while there are too few runs for a distribution. */
    Estimate cheapestShortEstimate(double price, double typicalUse, double targetMiss) {
        return shortEstimate(cheapestAllowance(price, typicalUse), targetMiss);
    }

    /** Returns the limit that the target share misses while there are too few runs for a distribution. */
    Estimate evenShortEstimate(double targetMiss) {
        return shortEstimate(early.factor(runs), targetMiss);
    }

    private Estimate shortEstimate(double factor, double targetMiss) {
        return new Estimate(
                resource,
                greatest * factor,
                Estimate.confidence((double) runs, targetMiss),
                runs,
                new Basis.ShortHistory(greatest, factor, runs));
    }

    static double halfLifeRuns(Resource resource) {
        return resource == Resource.DURATION ? 30 : 50;
    }
}
