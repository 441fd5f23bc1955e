package dev.agentperf.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MissPriceTest {
    private static final CostCurve WIDE = curve(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    /** Of the grid's 24 prices from 0.4 to 200 the first that is not below 0.3 / 0.05. */
    @Test
    void value_withoutRuns_isTheFirstThatIsPresumedToKeepTheTarget() {
        assertThat(new MissPrice(0.05).value()).isCloseTo(0.4 * Math.pow(500, 11 / 23.0), within(1e-9));
        assertThat(new MissPrice(0.05).value()).isBetween(6.0, 6.0 * Math.pow(500, 1 / 23.0));
    }

    /**
     * As if 20 runs had come before: a lower price is presumed to have missed once more than it may, until one in 40.
     */
    @Test
    void value_runsThatNoLimitMisses_isTheLowestAfterAsManyAsTheTargetsInverse() {
        MissPrice price = new MissPrice(0.05);
        double first = price.value();

        for (int run = 0; run < 18; run++) {
            price.score(WIDE::limit, 0.5);
        }
        assertThat(price.value()).isEqualTo(first);
        price.score(WIDE::limit, 0.5);

        assertThat(price.value()).isCloseTo(0.4, within(1e-9));
    }

    /** Of 22 runs, 21 of them presumed, two are missed at any price. */
    @Test
    void value_aRunThatEveryLimitMisses_isTheHighest() {
        MissPrice price = new MissPrice(0.05);

        price.score(WIDE::limit, 1_000);

        assertThat(price.value()).isCloseTo(200, within(1e-9));
    }

    @Test
    void value_after1000Runs_risesByFivePercentOfWhatATargetedMissIsOff() {
        MissPrice price = new MissPrice(0.05);
        for (int run = 0; run < 1_000; run++) {
            price.score(WIDE::limit, 0.5);
        }

        price.score(WIDE::limit, 1_000);

        assertThat(price.value()).isCloseTo(0.4 * Math.exp(0.05 * 0.95), within(1e-9));
        price.score(WIDE::limit, 0.5);
        assertThat(price.value()).isCloseTo(0.4 * Math.exp(0.05 * 0.90), within(1e-9));
    }

    /** Anti-windup: however long nothing can be done about the misses, the price stays within its bounds. */
    @Test
    void value_after1000Runs_staysBetweenATenthAndSixty() {
        MissPrice price = new MissPrice(0.05);
        for (int run = 0; run < 3_000; run++) {
            price.score(WIDE::limit, 1_000);
        }
        assertThat(price.value()).isCloseTo(60, within(1e-9));

        for (int run = 0; run < 5_000; run++) {
            price.score(WIDE::limit, 0.5);
        }
        assertThat(price.value()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void typicalUse_isTheMeanOfAllTypes() {
        MissPrice price = new MissPrice(0.05);
        assertThat(price.typicalUse()).isNaN();

        price.score(WIDE::limit, 1);
        price.score(WIDE::limit, 2);
        price.score(WIDE::limit, 9);

        assertThat(price.typicalUse()).isCloseTo(4, within(1e-12));
    }

    /** Slow reference: remember every run, and judge each price of the grid by all of them. */
    @Test
    void value_first1000Runs_isTheLowestPriceWithinTheTarget() {
        MissPrice price = new MissPrice(0.1);
        SplittableRandom random = new SplittableRandom(7);
        double[] used = random.doubles(300, 0.5, 11).toArray();

        for (int run = 0; run < used.length; run++) {
            price.score(WIDE::limit, used[run]);
            assertThat(price.value()).isCloseTo(lowestWithin(used, run + 1, 0.1), within(1e-9));
        }
    }

    private static double lowestWithin(double[] used, int runs, double target) {
        for (int index = 0; index < 24; index++) {
            double candidate = 0.4 * Math.pow(500, index / 23.0);
            int misses = candidate < 0.3 / target ? 2 : 1;
            for (int run = 0; run < runs; run++) {
                misses += used[run] > WIDE.limit(candidate) ? 1 : 0;
            }
            if (misses <= target * (runs + 1 + 1 / target)) {
                return candidate;
            }
        }
        return 200;
    }

    private static CostCurve curve(double... runs) {
        DecayingHistogram histogram = new DecayingHistogram(50, LogGrid.kernel(0.03));
        for (double used : runs) {
            histogram.add(LogGrid.bin(used));
        }
        return CostCurve.of(histogram.weights(), Double.NaN);
    }
}
