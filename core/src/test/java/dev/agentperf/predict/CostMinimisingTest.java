package dev.agentperf.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.AgentType;
import org.junit.jupiter.api.Test;

final class CostMinimisingTest {
    private final ResourcePredictor predictor = ResourcePredictor.named("cost");

    @Test
    void named_default_isCost() {
        assertThat(ResourcePredictor.names().get(0)).isEqualTo("cost");
    }

    @Test
    void predict_threeRuns_isTheGreatestAndAThird() {
        record(new ResourceUsage(10, 300, 60), new ResourceUsage(20, 100, 30), new ResourceUsage(15, 200, 90));

        Prediction prediction = predictor.predict(AgentType.REACT);

        assertThat(prediction.limit(Resource.MEMORY)).isCloseTo(400, within(1e-9));
        assertThat(prediction.limit(Resource.CPU)).isCloseTo(20 * 4 / 3.0, within(1e-9));
        assertThat(prediction.limit(Resource.DURATION)).isCloseTo(150, within(1e-9));
        assertThat(prediction.memory().confidence()).isCloseTo(1 - Math.pow(0.95, 3), within(1e-12));
        assertThat(prediction.memory().explanation()).isEqualTo("400 MB: 1.33 times the greatest of 3 runs, 300 MB");
    }

    @Test
    void predict_alikeRuns_isJustAboveThem() {
        for (int run = 0; run < 200; run++) {
            record(new ResourceUsage(Double.NaN, 100, Double.NaN));
        }

        assertThat(predictor.predict(AgentType.REACT).limit(Resource.MEMORY)).isBetween(100.0, 115.0);
    }

    /** 2 / (ratio of a half-life of 50 runs) is 144 effective runs in the long run. */
    @Test
    void predict_manyRuns_confidenceIsThatOf144Runs() {
        for (int run = 0; run < 2_000; run++) {
            record(new ResourceUsage(Double.NaN, 100, Double.NaN));
        }

        Estimate memory = predictor.predict(AgentType.REACT).memory();

        assertThat(memory.confidence()).isCloseTo(1 - Math.pow(0.95, 144.27), within(1e-4));
        assertThat(memory.basis())
                .isInstanceOfSatisfying(
                        Basis.CostBalance.class,
                        basis -> assertThat(basis.effectiveRuns()).isCloseTo(144.27, within(0.01)));
    }

    @Test
    void predict_unseenType_isTakenFromTheOthersWithoutConfidence() {
        for (int run = 0; run < 50; run++) {
            record(new ResourceUsage(Double.NaN, 100, Double.NaN));
        }

        Estimate unseen = predictor.predict(AgentType.AUTONOMOUS).memory();

        assertThat(unseen.limit()).isBetween(100.0, 115.0);
        assertThat(unseen.confidence()).isZero();
        assertThat(unseen.samples()).isZero();
        assertThat(unseen.explanation())
                .endsWith("MB: no run of this type is known, so it is taken from 50 runs of others");
    }

    @Test
    void predict_usageDoubles_followsWithinTenRuns() {
        for (int run = 0; run < 200; run++) {
            record(new ResourceUsage(Double.NaN, 100, Double.NaN));
        }
        for (int run = 0; run < 10; run++) {
            record(new ResourceUsage(Double.NaN, 200, Double.NaN));
        }

        assertThat(predictor.predict(AgentType.REACT).limit(Resource.MEMORY)).isGreaterThanOrEqualTo(200);
    }

    @Test
    void predict_nothingLearnedBetween_isTheSameObject() {
        record(new ResourceUsage(1, 1, 1));

        Prediction first = predictor.predict(AgentType.REACT);

        assertThat(predictor.predict(AgentType.REACT)).isSameAs(first);
        record(new ResourceUsage(2, 2, 2));
        assertThat(predictor.predict(AgentType.REACT)).isNotEqualTo(first);
    }

    /** Ten runs within the limit, of which only the first was predicted: one step down, of exp(-0.05 x 0.05). */
    @Test
    void record_runsThatNobodyPredicted_moveThePriceNoMore() {
        for (int run = 0; run < 1_100; run++) {
            record(new ResourceUsage(Double.NaN, 100, Double.NaN));
        }
        double before = missPrice();

        for (int run = 0; run < 10; run++) {
            record(new ResourceUsage(Double.NaN, 100, Double.NaN));
        }

        assertThat(missPrice()).isCloseTo(before * Math.exp(-0.05 * 0.05), within(1e-9));
    }

    private double missPrice() {
        return ((Basis.CostBalance) predictor.predict(AgentType.REACT).memory().basis()).missPrice();
    }

    @Test
    void predict_zeroUsage_hasALimit() {
        for (int run = 0; run < 20; run++) {
            record(new ResourceUsage(0, 0, 0));
        }

        assertThat(predictor.predict(AgentType.REACT).limit(Resource.DURATION)).isBetween(0.0, 1e-5);
    }

    private void record(ResourceUsage... runs) {
        for (ResourceUsage usage : runs) {
            predictor.record(AgentType.REACT, usage);
        }
    }
}
