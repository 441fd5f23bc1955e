package dev.agentperf.reports.gate.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class DetectableTest {
    @Test
    void effect_tenPairs_isTheTablesQuantilesTimesTheError() {
        // t(0.995, 9) = 3.2498 and t(0.8, 9) = 0.8834 of any table of t; error 0.02 / sqrt 10.
        double expected = Math.expm1((3.2498 + 0.8834) * 0.02 / Math.sqrt(10));

        assertThat(Detectable.effect(0.02, 10, 0.01)).isCloseTo(expected, within(1e-5));
    }

    @Test
    void unpaired_sameForks_needsALargerChange() {
        assertThat(Detectable.unpaired(0.02, 0.02, 10, 10, 0.01)).isGreaterThan(Detectable.effect(0.02, 10, 0.01));
    }

    @Test
    void pairs_noSpread_isTwo() {
        assertThat(Detectable.pairs(0, 0, 0.03, 0.01)).isEqualTo(2);
    }

    @Test
    void pairs_thatManyPairs_haveAnIntervalAsNarrowAsTheBand() {
        int pairs = Detectable.pairs(0.038, 0, 0.03, 0.004);

        assertThat(half(pairs)).isLessThanOrEqualTo(Math.log1p(0.03));
        assertThat(half(pairs - 1)).isGreaterThan(Math.log1p(0.03));
    }

    private static double half(int pairs) {
        return StudentT.quantile(0.998, pairs - 1.0) * 0.038 / Math.sqrt(pairs);
    }
}
