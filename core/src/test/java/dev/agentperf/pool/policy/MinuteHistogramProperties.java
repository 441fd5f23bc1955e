package dev.agentperf.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The variation that is kept as counts come is that of the counts: some correct the changed bin only, and drift. */
final class MinuteHistogramProperties {
    private static final int BINS = 12;

    @Property(tries = 300)
    void variation_isThatOfAllCounts(@ForAll @Size(min = 1, max = 400) List<@IntRange(max = 11) Integer> minutes) {
        MinuteHistogram histogram = new MinuteHistogram(BINS);
        double[] counts = new double[BINS];
        for (int minute : minutes) {
            histogram.add(minute * MinuteHistogram.BIN_NANOS + 1);
            counts[minute]++;
        }

        assertThat(histogram.variation()).isCloseTo(variation(counts), offset(1e-9));
    }

    private static double variation(double[] counts) {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        double mean = sum / counts.length;
        double squares = 0;
        for (double count : counts) {
            squares += (count - mean) * (count - mean);
        }
        return Math.sqrt(squares / counts.length) / mean;
    }
}
