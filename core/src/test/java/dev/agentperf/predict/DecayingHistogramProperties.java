package dev.agentperf.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Against the definition: the share of a bin is a sum over all runs, each halved as often as half-lives have passed.
 */
final class DecayingHistogramProperties {
    private static final double[] KERNEL = {0.25, 0.5, 0.25};

    @Property(tries = 200)
    void weight_anyRuns_isTheDefinitionsShare(
            @ForAll @Size(min = 1, max = 300) List<@IntRange(min = -60, max = 60) Integer> runs,
            @ForAll @DoubleRange(min = 0.25, max = 100) double halfLifeRuns) {
        DecayingHistogram histogram = new DecayingHistogram(halfLifeRuns, KERNEL);

        runs.forEach(histogram::add);

        assertIsTheDefinition(histogram, runs, halfLifeRuns);
    }

    @Property(tries = 200)
    void weights_readInBetween_areTheDefinitionsEachTime(
            @ForAll @Size(min = 1, max = 30)
                    List<@Size(min = 1, max = 20) List<@IntRange(min = -60, max = 60) Integer>> stretches,
            @ForAll @DoubleRange(min = 0.25, max = 100) double halfLifeRuns) {
        DecayingHistogram histogram = new DecayingHistogram(halfLifeRuns, KERNEL);
        List<Integer> all = new ArrayList<>();

        for (List<Integer> stretch : stretches) {
            stretch.forEach(histogram::add);
            all.addAll(stretch);
            assertIsTheDefinition(histogram, all, halfLifeRuns);
        }
    }

    private static void assertIsTheDefinition(DecayingHistogram histogram, List<Integer> runs, double halfLifeRuns) {
        DecayingHistogram.Weights weights = histogram.weights();
        for (int bin = weights.firstBin(); bin <= weights.lastBin(); bin++) {
            assertThat(weights.of(bin) / weights.total()).isCloseTo(share(runs, halfLifeRuns, bin), within(1e-9));
        }
    }

    @Property
    void effectiveRuns_anyLength_isTheDefinition(
            @ForAll @IntRange(min = 1, max = 500) int runs,
            @ForAll @DoubleRange(min = 1, max = 100) double halfLifeRuns) {
        double sum = 0;
        double squares = 0;
        for (int age = 0; age < runs; age++) {
            double weight = Math.pow(2, -age / halfLifeRuns);
            sum += weight;
            squares += weight * weight;
        }

        assertThat(DecayingHistogram.effectiveRuns(runs, halfLifeRuns)).isCloseTo(sum * sum / squares, within(1e-6));
    }

    private static double share(List<Integer> runs, double halfLifeRuns, int bin) {
        double weight = 0;
        for (int index = 0; index < runs.size(); index++) {
            int offset = bin - runs.get(index) + 1;
            if (offset >= 0 && offset < KERNEL.length) {
                weight += Math.pow(2, -(runs.size() - 1 - index) / halfLifeRuns) * KERNEL[offset];
            }
        }
        return weight / total(runs.size(), halfLifeRuns);
    }

    private static double total(int runs, double halfLifeRuns) {
        double total = 0;
        for (int age = 0; age < runs; age++) {
            total += Math.pow(2, -age / halfLifeRuns);
        }
        return total;
    }
}
