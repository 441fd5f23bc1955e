package dev.agentperf.reports.gate.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.gate.stats.PairedBootstrap.Interval;
import dev.agentperf.reports.gate.stats.QuantileSample.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QuantileSampleTest {

    /* The largest of n observations is above a quantile q with a probability of 1 - q^n: 0.99^527 is above 0.005, 0.99^528 is not. */
    @Test
    void percentile99_atAnErrorOfOnePercent_isBoundedBy528Observations() {
        assertThat(interval(527, 0.99).high()).isInfinite();
        assertThat(interval(528, 0.99).high()).isEqualTo(1);
    }

    /* Binomial(100, 0.5): the chance of at most 36 is 0.0033, of at most 37 it is 0.0060. */
    @Test
    void median_ofAHundred_liesBetweenThe37thAndThe64th() {
        Interval median = interval(100, 0.5);

        assertThat(median.low()).isEqualTo(0.37);
        assertThat(median.high()).isEqualTo(0.64);
    }

    private static Interval interval(int size, double quantile) {
        return new QuantileSample(size, List.of(new Point(0, 0), new Point(1, 1))).interval(quantile, 0.01);
    }
}
