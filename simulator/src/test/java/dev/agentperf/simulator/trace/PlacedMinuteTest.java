package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

final class PlacedMinuteTest {

    @Test
    void next_uniform_passesAKolmogorovSmirnovTest() {
        TraceOptions options =
                TraceOptions.defaults().withPlacement(Placement.UNIFORM).withSeed(1);
        PlacedMinute minute = new PlacedMinute(options, AgentType.DEFAULT);
        List<Double> offsets = new ArrayList<>();
        minute.enter(5_000);
        do {
            offsets.add((double) minute.offsetNanos());
        } while (minute.next());

        double p = new KolmogorovSmirnovTest()
                .kolmogorovSmirnovTest(
                        new UniformRealDistribution(0, 60e9),
                        offsets.stream().mapToDouble(Double::doubleValue).toArray());

        assertThat(offsets).hasSize(5_000).isSorted();
        assertThat(p).isGreaterThan(0.01);
    }

    @Test
    void offsetNanos_lastOfTheLargestCount_isInsideTheMinute() {
        PlacedMinute minute = new PlacedMinute(TraceOptions.defaults(), AgentType.DEFAULT);
        minute.enter(MinuteCounts.MOST_IN_A_MINUTE);
        long last = minute.offsetNanos();
        while (minute.next()) {
            last = minute.offsetNanos();
        }

        assertThat(last).isEqualTo(59_999_999_400L);
    }
}
