package dev.agentperf.reports.gate.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PairedBootstrapTest {
    @Test
    void interval_forksWithoutNoise_isThePointItself() {
        PairedBootstrap.Pair pair = new PairedBootstrap.Pair(new double[] {10, 10}, new double[] {11, 11});

        PairedBootstrap.Interval interval = PairedBootstrap.of(List.of(pair, pair, pair), 0.01, 7);

        assertThat(interval.low()).isEqualTo(interval.high()).isCloseTo(1.1, within(1e-12));
    }

    @Test
    void interval_twoPairsOfUnlikeRatio_reachesBothAtTheRateOfChance() {
        // Two pairs, ln ratios 0 and 1: a resample has mean 0 or 1 with chance 1/4 each, so the 99 % interval spans
        // both.
        PairedBootstrap.Pair same = new PairedBootstrap.Pair(new double[] {1}, new double[] {1});
        PairedBootstrap.Pair more = new PairedBootstrap.Pair(new double[] {1}, new double[] {Math.E});

        PairedBootstrap.Interval interval = PairedBootstrap.of(List.of(same, more), 0.01, 7);

        assertThat(interval.low()).isEqualTo(1);
        assertThat(interval.high()).isCloseTo(Math.E, within(1e-12));
    }

    @Test
    void interval_manyPairs_isCloseToTheNormalOne() {
        // 100 pairs with ln ratio +-0.1: the mean's error is 0.01, its 95 % interval 0 +- 0.0196.
        List<PairedBootstrap.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            pairs.add(new PairedBootstrap.Pair(new double[] {1}, new double[] {Math.exp(i % 2 == 0 ? 0.1 : -0.1)}));
        }

        PairedBootstrap.Interval interval = PairedBootstrap.of(pairs, 0.05, 7);

        assertThat(Math.log(interval.low())).isCloseTo(-0.0196, within(0.002));
        assertThat(Math.log(interval.high())).isCloseTo(0.0196, within(0.002));
    }

    @Test
    void interval_sameSeed_isTheSame() {
        List<PairedBootstrap.Pair> pairs =
                List.of(new PairedBootstrap.Pair(new double[] {1, 2, 3}, new double[] {2, 3, 5}));

        assertThat(PairedBootstrap.of(pairs, 0.01, 3)).isEqualTo(PairedBootstrap.of(pairs, 0.01, 3));
    }
}
