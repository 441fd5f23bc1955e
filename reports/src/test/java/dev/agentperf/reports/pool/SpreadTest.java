package dev.agentperf.reports.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.reports.model.PoolFigure;
import dev.agentperf.stats.LatencyRecorder;
import dev.agentperf.stats.LatencySnapshot;
import org.junit.jupiter.api.Test;

final class SpreadTest {

    @Test
    void share_hasWilsonsInterval() {
        // Eight of ten: the textbook's 0.490 to 0.943.
        PoolFigure figure = Spread.share("warm rate", 8, 10);

        assertThat(figure.measured()).isEqualTo(0.8);
        assertThat(figure.low()).isCloseTo(0.490, within(0.0005));
        assertThat(figure.high()).isCloseTo(0.943, within(0.0005));
    }

    @Test
    void share_ofAllOrNone_staysWithinItsBounds() {
        assertThat(Spread.share("all", 10, 10).high()).isEqualTo(1);
        assertThat(Spread.share("none", 0, 10).low()).isZero();
        assertThat(Spread.share("nothing", 0, 0).n()).isZero();
    }

    @Test
    void median_ofAHundredTimes_liesBetweenThe41stAndThe60th() {
        LatencyRecorder recorder = new LatencyRecorder();
        for (int i = 1; i <= 100; i++) {
            recorder.recordNanos(i * 1_000_000L);
        }

        // 0.5 -+ 1.96 x sqrt(0.25 / 100) is 0.402 to 0.598 of a hundred.
        PoolFigure figure = Spread.quantile("p50", recorder.snapshot(), 0.5);

        assertThat(figure.measured()).isCloseTo(50, within(0.05));
        assertThat(figure.low()).isCloseTo(41, within(0.05));
        assertThat(figure.high()).isCloseTo(60, within(0.06));
        assertThat(figure.n()).isEqualTo(100);
    }

    @Test
    void quantile_thatNoObservationBounds_hasNoUpperEnd() {
        LatencyRecorder recorder = new LatencyRecorder();
        for (int i = 1; i <= 100; i++) {
            recorder.recordNanos(i * 1_000_000L);
        }

        // 0.999 + 1.96 x sqrt(0.999 x 0.001 / 100) is more than 1.
        PoolFigure figure = Spread.quantile("p99.9", recorder.snapshot(), 0.999);

        assertThat(figure.high()).isNull();
        assertThat(figure.low()).isCloseTo(100, within(0.1));
    }

    @Test
    void quantile_ofNothing_saysSo() {
        assertThat(Spread.quantile("p99", LatencySnapshot.empty(), 0.99).n()).isZero();
    }

    @Test
    void median_ofThreeRepetitions_standsBetweenLeastAndMost() {
        PoolFigure figure = Spread.median("wall", "ms", 30, 10, 20);

        assertThat(figure)
                .extracting(PoolFigure::measured, PoolFigure::low, PoolFigure::high, PoolFigure::n)
                .containsExactly(20.0, 10.0, 30.0, 3L);
    }
}
