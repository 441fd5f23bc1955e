package dev.agentperf.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MissPriceTest {
    private static final CostCurve WIDE = curve(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    @Test
    void value_withoutRuns_isTheHighest() {
        assertThat(new MissPrice(0.05).value()).isCloseTo(200, within(1e-9));
    }

    /** With one miss assumed on top, 18 runs without a miss are 1 in 19 and too many, 19 are 1 in 20. */
    @Test
    void value_runsThatNoLimitMisses_needsOneMoreThanTheTargetsInverse() {
        MissPrice price = new MissPrice(0.05);

        for (int run = 0; run < 18; run++) {
            price.score(WIDE, 0.5);
        }
        assertThat(price.value()).isCloseTo(200, within(1e-9));
        price.score(WIDE, 0.5);

        assertThat(price.value()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void value_after1000Runs_risesByFivePercentOfWhatATargetedMissIsOff() {
        MissPrice price = new MissPrice(0.05);
        for (int run = 0; run < 1_000; run++) {
            price.score(WIDE, 0.5);
        }

        price.score(WIDE, 1_000);

        assertThat(price.value()).isCloseTo(0.4 * Math.exp(0.05 * 0.95), within(1e-9));
        price.score(WIDE, 0.5);
        assertThat(price.value()).isCloseTo(0.4 * Math.exp(0.05 * 0.90), within(1e-9));
    }

    /** Anti-windup: however long nothing can be done about the misses, the price stays within its bounds. */
    @Test
    void value_after1000Runs_staysBetweenATenthAndSixty() {
        MissPrice price = new MissPrice(0.05);
        for (int run = 0; run < 3_000; run++) {
            price.score(WIDE, 1_000);
        }
        assertThat(price.value()).isCloseTo(60, within(1e-9));

        for (int run = 0; run < 5_000; run++) {
            price.score(WIDE, 0.5);
        }
        assertThat(price.value()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void typicalUse_isTheMeanOfAllTypes() {
        MissPrice price = new MissPrice(0.05);
        assertThat(price.typicalUse()).isNaN();

        price.score(WIDE, 1);
        price.score(WIDE, 2);
        price.score(WIDE, 9);

        assertThat(price.typicalUse()).isCloseTo(4, within(1e-12));
    }

    /** Slow reference: remember every run, and judge each price of the grid by all of them. */
    @Test
    void value_first1000Runs_isTheLowestPriceWithinTheTarget() {
        MissPrice price = new MissPrice(0.1);
        SplittableRandom random = new SplittableRandom(7);
        double[] used = random.doubles(300, 0.5, 11).toArray();

        for (int run = 0; run < used.length; run++) {
            price.score(WIDE, used[run]);
            assertThat(price.value()).isCloseTo(lowestWithin(used, run + 1, 0.1), within(1e-9));
        }
    }

    private static double lowestWithin(double[] used, int runs, double target) {
        for (int index = 0; index < 24; index++) {
            double candidate = 0.4 * Math.pow(500, index / 23.0);
            int misses = 1;
            for (int run = 0; run < runs; run++) {
                misses += used[run] > WIDE.limit(candidate) ? 1 : 0;
            }
            if ((double) misses / (runs + 1) <= target) {
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
