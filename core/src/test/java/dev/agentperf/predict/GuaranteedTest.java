package dev.agentperf.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.AgentType;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class GuaranteedTest {
    private final ResourcePredictor predictor = ResourcePredictor.named("guaranteed");

    /** Slow reference: every run remembered, the quantile found by sorting weights, the adaptation written out. */
    @Test
    void predict_randomRuns_isTheAdaptedQuantileOfAllRunsWeighted() {
        SplittableRandom random = new SplittableRandom(11);
        List<Double> runs = new ArrayList<>();
        double adapted = 0.05;

        for (int run = 0; run < 400; run++) {
            double used = 50 + 500 * Math.pow(random.nextDouble(), 6);
            if (run >= 10) {
                double known = Math.min(run, 1.44 * 50);
                double limit = quantile(runs, Math.min(1, (1 - adapted) * (known + 1) / known));
                assertThat(memory().limit()).isCloseTo(limit, within(1e-9 * limit));
                adapted = Math.max(0, Math.min(1, adapted + 0.005 * (0.05 - (used > limit ? 1 : 0))));
            }
            runs.add(used);
            predictor.record(AgentType.REACT, new ResourceUsage(Double.NaN, used, Double.NaN));
        }
    }

    @Test
    void explanation_statesTheQuantileAndWhatItKeeps() {
        for (int run = 0; run < 20; run++) {
            predictor.record(AgentType.REACT, new ResourceUsage(Double.NaN, 100, Double.NaN));
        }

        assertThat(memory().explanation())
                .contains("quantile, moved to keep misses of this type at 5 %;")
                .endsWith("effective runs");
    }

    private Estimate memory() {
        return predictor.predict(AgentType.REACT).memory();
    }

    private static double quantile(List<Double> runs, double share) {
        double[] first = runs.stream().limit(10).mapToDouble(LogGrid::log).toArray();
        double[] kernel = LogGrid.kernel(Bandwidth.of(first));
        double[] weights = new double[4_000];
        double total = 0;
        for (int index = 0; index < runs.size(); index++) {
            double weight = Math.pow(2, -(runs.size() - 1 - index) / 50.0);
            total += weight;
            for (int offset = 0; offset < kernel.length; offset++) {
                weights[2_000 + LogGrid.bin(runs.get(index)) + offset - kernel.length / 2] += weight * kernel[offset];
            }
        }
        double covered = 0;
        int highest = 0;
        for (int index = 0; index < weights.length; index++) {
            if (weights[index] > 0 && covered < share * total - 1e-12) {
                covered += weights[index];
                highest = index;
            }
        }
        return LogGrid.middle(highest - 2_000);
    }
}
