package dev.agentperf.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.AgentType;
import org.junit.jupiter.api.Test;

final class ResourcePredictorTest {
    private static final RunKey SMALL_MODEL = new RunKey(AgentType.REACT, "small", "");
    private static final RunKey LARGE_MODEL = new RunKey(AgentType.REACT, "large", "");

    private final ResourcePredictor predictor = ResourcePredictor.named("mean-buffer");

    @Test
    void named_unknown_namesTheKnownOnes() {
        assertThatThrownBy(() -> ResourcePredictor.named("oracle"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "predictor must be one of " + String.join(", ", ResourcePredictor.names()) + ", was oracle");
    }

    @Test
    void names_eachCreatesAPredictorOfThatName() {
        assertThat(ResourcePredictor.names())
                .isNotEmpty()
                .allSatisfy(
                        name -> assertThat(ResourcePredictor.named(name).name()).isEqualTo(name));
    }

    @Test
    void predict_keyWithFewRuns_fallsBackToItsType() {
        record(SMALL_MODEL, 9, 10);
        record(LARGE_MODEL, 9, 30);

        assertThat(memory(SMALL_MODEL)).isCloseTo(20 * 1.2, within(1e-9));
    }

    @Test
    void predict_keyWithTenRuns_standsOnItsOwn() {
        record(SMALL_MODEL, 10, 10);
        record(LARGE_MODEL, 9, 30);

        assertThat(memory(SMALL_MODEL)).isCloseTo(12, within(1e-9));
    }

    @Test
    void predict_toolClassWithFewRuns_fallsBackToItsModel() {
        record(SMALL_MODEL, 10, 10);
        record(LARGE_MODEL, 10, 30);

        assertThat(memory(new RunKey(AgentType.REACT, "large", "browser"))).isCloseTo(36, within(1e-9));
    }

    @Test
    void recordKilled_smallMemory_countsAs100MebibytesMore() {
        predictor.recordKilled(SMALL_MODEL, new ResourceUsage(1, 100, 1), Resource.MEMORY);

        assertThat(memory(SMALL_MODEL)).isCloseTo(204.8576 * 1.2, within(1e-9));
    }

    @Test
    void recordKilled_largeMemory_countsAsAFifthMore() {
        predictor.recordKilled(SMALL_MODEL, new ResourceUsage(1, 1_000, 1), Resource.MEMORY);

        assertThat(memory(SMALL_MODEL)).isCloseTo(1_200 * 1.2, within(1e-9));
    }

    @Test
    void recordKilled_atTheMostThereIs_countsAsNoMore() {
        predictor.recordKilled(SMALL_MODEL, new ResourceUsage(1, ResourceUsage.MOST, 1), Resource.MEMORY);

        assertThat(predictor.predict(SMALL_MODEL).memory().samples()).isEqualTo(1);
    }

    /** What a killed run would have used of the rest is unknown. */
    @Test
    void recordKilled_otherResources_areNotLearned() {
        predictor.recordKilled(SMALL_MODEL, new ResourceUsage(1, 1_000, 1), Resource.MEMORY);

        assertThat(predictor.predict(SMALL_MODEL).cpu().samples()).isZero();
        assertThat(predictor.predict(SMALL_MODEL).duration().samples()).isZero();
    }

    private void record(RunKey key, int runs, double memoryMb) {
        for (int run = 0; run < runs; run++) {
            predictor.record(key, new ResourceUsage(Double.NaN, memoryMb, Double.NaN));
        }
    }

    private double memory(RunKey key) {
        return predictor.predict(key).limit(Resource.MEMORY);
    }
}
