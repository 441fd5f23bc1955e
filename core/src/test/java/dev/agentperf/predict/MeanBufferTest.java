package dev.agentperf.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.AgentType;
import org.junit.jupiter.api.Test;

final class MeanBufferTest {
    private final ResourcePredictor predictor = ResourcePredictor.named("mean-buffer");

    @Test
    void predict_threeRuns_isTheirMeanTimesOnePointTwo() {
        recordMemory(100);
        recordMemory(200);
        recordMemory(600);

        assertThat(memory().limit()).isCloseTo(360, within(1e-9));
        assertThat(memory().samples()).isEqualTo(3);
    }

    @Test
    void predict_moreThan100Runs_forgetsTheOldest() {
        recordMemory(1_000_000);
        for (int run = 0; run < 100; run++) {
            recordMemory(10);
        }

        assertThat(memory().limit()).isCloseTo(12, within(1e-9));
        assertThat(memory().samples()).isEqualTo(101);
    }

    @Test
    void predict_noRun_isTheConfiguredLimitWithoutConfidence() {
        PredictorConfig config = PredictorConfig.DEFAULT.withUnseen(new ResourceUsage(Double.NaN, 256, Double.NaN));

        Prediction prediction = ResourcePredictor.named("mean-buffer", config).predict(AgentType.REACT);

        assertThat(prediction.memory()).isEqualTo(Estimate.unseen(Resource.MEMORY, 256));
        assertThat(prediction.cpu().isKnown()).isFalse();
    }

    @Test
    void predict_resourceNeverMeasured_isUnknownWhileOthersAreKnown() {
        recordMemory(100);

        assertThat(predictor.predict(AgentType.REACT).cpu().isKnown()).isFalse();
        assertThat(memory().isKnown()).isTrue();
    }

    /** Wilks: 59 alike runs cover the 95 % quantile with a probability of 1 - 0.95^59 = 95.15 %. */
    @Test
    void confidence_59RunsAtFivePercent_is95Percent() {
        for (int run = 0; run < 59; run++) {
            recordMemory(10);
        }

        assertThat(memory().confidence()).isCloseTo(0.9515, within(1e-4));
    }

    @Test
    void explanation_statesFactorMeanAndRuns() {
        recordMemory(100);
        recordMemory(300);

        assertThat(memory().explanation()).isEqualTo("240 MB: 1.2 times the mean of the last 2 runs, 200 MB");
    }

    private void recordMemory(double mb) {
        predictor.record(AgentType.REACT, new ResourceUsage(Double.NaN, mb, Double.NaN));
    }

    private Estimate memory() {
        return predictor.predict(AgentType.REACT).memory();
    }
}
