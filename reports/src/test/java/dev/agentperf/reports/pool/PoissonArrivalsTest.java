package dev.agentperf.reports.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.agentperf.simulator.engine.RandomStreams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class PoissonArrivalsTest {
    private static final int ARRIVALS = 100_000;

    @Test
    void gaps_areExponential_byKolmogorovAndSmirnov() {
        PoissonArrivals arrivals = arrivals(45);
        double[] gaps = new double[ARRIVALS];
        long before = 0;
        for (int i = 0; i < ARRIVALS; i++) {
            long at = arrivals.nextNanos();
            gaps[i] = (at - before) / 1e9;
            before = at;
        }

        Arrays.sort(gaps);
        double distance = 0;
        for (int i = 0; i < ARRIVALS; i++) {
            double expected = 1 - Math.exp(-45 * gaps[i]);
            distance = Math.max(distance, Math.max(expected - (double) i / ARRIVALS, (i + 1.0) / ARRIVALS - expected));
        }
        // The asymptotic critical value at 1 in 1,000.
        assertThat(distance).isLessThan(1.95 / Math.sqrt(ARRIVALS));
    }

    @Test
    void oneSeed_givesOneSequence() {
        PoissonArrivals first = arrivals(3);
        PoissonArrivals second = arrivals(3);

        for (int i = 0; i < 1_000; i++) {
            assertThat(first.nextNanos()).isEqualTo(second.nextNanos());
        }
    }

    @Test
    void rateOfNothing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> arrivals(0))
                .withMessage("claims a second must be positive and finite, were 0.0");
    }

    private static PoissonArrivals arrivals(double perSecond) {
        return new PoissonArrivals(perSecond, new RandomStreams(1).stream("claims"));
    }
}
