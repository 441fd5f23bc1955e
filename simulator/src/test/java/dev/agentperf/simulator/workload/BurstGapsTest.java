package dev.agentperf.simulator.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.simulator.engine.RandomStreams;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.stat.descriptive.StatisticalSummary;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BurstGapsTest {

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.2, 2.2, 7})
    void next_manyGaps_haveTheMeanAndTheCvAskedFor(double cv) {
        StatisticalSummary gaps = sample(cv, 2_000_000);

        // The mean's standard error is cv / sqrt(n): at most 0.5 % of it.
        assertThat(gaps.getMean()).isCloseTo(3, within(3 * 4 * cv / Math.sqrt((double) gaps.getN())));
        assertThat(gaps.getStandardDeviation() / gaps.getMean()).isCloseTo(cv, within(0.05 * cv));
    }

    @Test
    void next_cvOfOne_isAPoissonProcess() {
        BurstGaps gaps = gaps(1);
        double[] sample = new double[20_000];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = gaps.next();
        }

        double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new ExponentialDistribution(3), sample);

        assertThat(p).isGreaterThan(0.01);
    }

    @Test
    void next_highCv_leavesTheMedianGapFarBelowTheMean() {
        BurstGaps gaps = gaps(13.2);
        int belowMeasuredMedian = 0;
        for (int i = 0; i < 100_000; i++) {
            belowMeasuredMedian += gaps.next() / 3 < 0.064 / 0.390 ? 1 : 0;
        }

        assertThat(belowMeasuredMedian / 100_000.0).isCloseTo(0.5, within(0.02));
    }

    private static StatisticalSummary sample(double cv, int count) {
        BurstGaps gaps = gaps(cv);
        SummaryStatistics summary = new SummaryStatistics();
        for (int i = 0; i < count; i++) {
            summary.addValue(gaps.next());
        }
        return summary;
    }

    private static BurstGaps gaps(double cv) {
        return new BurstGaps(3, cv, ReferenceAgents.BURST_GAP, new NamedRandom(new RandomStreams(1).stream("gaps")));
    }
}
