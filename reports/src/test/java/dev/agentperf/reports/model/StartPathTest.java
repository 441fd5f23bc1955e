package dev.agentperf.reports.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.agentperf.stats.LatencyRecorder;
import dev.agentperf.stats.LatencySnapshot;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class StartPathTest {
    @Test
    void recordedStarts_becomeQuantilesInMilliseconds() {
        LatencyRecorder recorder = new LatencyRecorder();
        for (int i = 1; i <= 100; i++) {
            recorder.recordNanos(i * 1_000_000L);
        }

        StartPath path = StartPath.of(StartPath.COLD, recorder.snapshot(), 2);

        assertThat(path.n()).isEqualTo(100);
        assertThat(path.failures()).isEqualTo(2);
        assertThat(path.ms().p50()).isEqualTo(50, Offset.offset(0.05));
        assertThat(path.ms().p99()).isEqualTo(99, Offset.offset(0.1));
        assertThat(path.ms().max()).isEqualTo(100);
    }

    @Test
    void curve_risesToTheMaximum() {
        LatencyRecorder recorder = new LatencyRecorder();
        recorder.recordNanos(1_000_000);
        recorder.recordNanos(3_000_000);

        StartPath path = StartPath.of(StartPath.COLD, recorder.snapshot(), 0);

        assertThat(path.curve()).extracting(CurvePoint::ms).isSorted();
        assertThat(path.curve().get(path.curve().size() - 1)).isEqualTo(new CurvePoint(1, 3));
    }

    @Test
    void nothingRecorded_isAllZero() {
        StartPath path = StartPath.of(StartPath.COLD, LatencySnapshot.empty(), 3);

        assertThat(path.ms()).isEqualTo(new StartPath.Quantiles(0, 0, 0, 0));
    }

    @Test
    void negativeCount_isRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StartPath.of(StartPath.COLD, LatencySnapshot.empty(), -1))
                .withMessage("counts must not be negative, were 0 and -1");
    }
}
