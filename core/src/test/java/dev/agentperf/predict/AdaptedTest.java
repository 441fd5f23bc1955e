package dev.agentperf.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.AgentType;
import org.junit.jupiter.api.Test;

final class AdaptedTest {
    private final ResourcePredictor predictor = ResourcePredictor.named("mean-buffer@target");

    /** First run: not scored, there was nothing to predict from. Second: a miss of 120. Third: none. */
    @Test
    void predict_missThenNone_movesTheFactorUpAndBack() {
        record(100);
        assertThat(limit()).isCloseTo(120, within(1e-9));

        record(200);
        assertThat(limit()).isCloseTo(150 * 1.2 * Math.exp(0.05 * 0.95), within(1e-9));

        record(150);
        assertThat(limit()).isCloseTo(150 * 1.2 * Math.exp(0.05 * 0.90), within(1e-9));
    }

    @Test
    void explanation_namesFactorAndOriginalReason() {
        record(100);

        assertThat(predictor.predict(AgentType.REACT).memory().explanation())
                .isEqualTo("120 MB: 1 times this, to keep the target: 1.2 times the mean of the last 1 runs, 100 MB");
    }

    private void record(double memoryMb) {
        predictor.record(AgentType.REACT, new ResourceUsage(Double.NaN, memoryMb, Double.NaN));
    }

    private double limit() {
        return predictor.predict(AgentType.REACT).limit(Resource.MEMORY);
    }
}
