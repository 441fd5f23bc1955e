package dev.agentperf.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.AgentType;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reliability: of the types of which the same confidence was stated, that share has seen a run as great as it says. */
final class ConfidenceTest {
    private static final int TYPES = 2_000;

    /** Runs from 0 to 1, evenly: 95 % of all stay below 0.95. Two standard errors of 2,000 types are 2.2 points. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10, 20, 40, 60, 90})
    void confidence_manyTypes_isTheShareWhoseGreatestRunCoversTheTarget(int runs) {
        ResourcePredictor predictor = ResourcePredictor.named("cost");
        SplittableRandom random = new SplittableRandom(runs);
        int covered = 0;
        for (int type = 0; type < TYPES; type++) {
            double greatest = 0;
            for (int run = 0; run < runs; run++) {
                double used = random.nextDouble();
                greatest = Math.max(greatest, used);
                predictor.record(new AgentType("type " + type), new ResourceUsage(Double.NaN, used, Double.NaN));
            }
            covered += greatest >= 0.95 ? 1 : 0;
        }

        double stated = predictor.predict(new AgentType("type 0")).memory().confidence();

        assertThat(stated).isCloseTo((double) covered / TYPES, within(0.03));
    }
}
