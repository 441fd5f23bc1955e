package dev.agentperf.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

/** Against the definition: try every bin, take the one whose slack and priced misses cost least. */
final class CostCurveProperties {

    @Property(tries = 300)
    void limit_anyRunsAndPrice_costsAsLittleAsTheBestBin(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0.01, max = 5_000) Double> runs,
            @ForAll @DoubleRange(min = 0.01, max = 300) double price) {
        DecayingHistogram.Weights weights = weights(runs);

        double limit = CostCurve.of(weights, Double.NaN).limit(price);

        assertThat(cost(weights, LogGrid.bin(limit), price))
                .isCloseTo(least(weights, price), within(1e-9 * (1 + price)));
    }

    @Property(tries = 300)
    void limit_higherPrice_isNotLower(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0.01, max = 5_000) Double> runs,
            @ForAll @DoubleRange(min = 0.01, max = 300) double price,
            @ForAll @DoubleRange(min = 1, max = 10) double factor) {
        CostCurve curve = CostCurve.of(weights(runs), Double.NaN);

        assertThat(curve.limit(price * factor)).isGreaterThanOrEqualTo(curve.limit(price));
    }

    @Property(tries = 100)
    void basis_anyPrice_isTheCostOfTheNextBin(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 10, max = 30) Double> runs,
            @ForAll @DoubleRange(min = 0.1, max = 60) double price) {
        DecayingHistogram.Weights weights = weights(runs);
        CostCurve curve = CostCurve.of(weights, Double.NaN);
        int bin = LogGrid.bin(curve.limit(price));

        Basis.CostBalance basis = curve.basis(price, 1);

        double rise = cost(weights, bin + 1, price) - cost(weights, bin, price);
        assertThat(basis.stepSlack() - price * basis.stepMisses()).isCloseTo(rise, within(1e-9));
        assertThat(rise).isGreaterThanOrEqualTo(-1e-9);
    }

    private static DecayingHistogram.Weights weights(List<Double> runs) {
        DecayingHistogram histogram = new DecayingHistogram(20, LogGrid.kernel(0.03));
        runs.forEach(used -> histogram.add(LogGrid.bin(used)));
        return histogram.weights();
    }

    private static double least(DecayingHistogram.Weights weights, double price) {
        double least = Double.POSITIVE_INFINITY;
        for (int bin = weights.firstBin(); bin <= weights.lastBin(); bin++) {
            if (coveredUpTo(weights, bin) > 0) {
                least = Math.min(least, cost(weights, bin, price));
            }
        }
        return least;
    }

    private static double cost(DecayingHistogram.Weights weights, int limitBin, double price) {
        double mean = 0;
        double slack = 0;
        double miss = 0;
        for (int bin = weights.firstBin(); bin <= weights.lastBin(); bin++) {
            double share = weights.of(bin) / weights.total();
            mean += share * LogGrid.middle(bin);
            slack += share * Math.max(0, LogGrid.middle(limitBin) - LogGrid.middle(bin));
            miss += bin > limitBin ? share : 0;
        }
        return slack / mean + price * miss;
    }

    private static double coveredUpTo(DecayingHistogram.Weights weights, int limitBin) {
        double covered = 0;
        for (int bin = weights.firstBin(); bin <= limitBin; bin++) {
            covered += weights.of(bin);
        }
        return covered;
    }
}
