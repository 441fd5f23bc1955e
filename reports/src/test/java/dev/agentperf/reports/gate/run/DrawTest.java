package dev.agentperf.reports.gate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.Unjudged;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DrawTest {
    private static final List<Subject> SUITE =
            IntStream.range(0, 65).mapToObj(i -> Subject.of("a.B.c" + i)).toList();

    /* Ten windows of 250 ms and 1.4 s of start are 3.9 s; 1,200 s hold 6 and 2 pairs more of them for 19 benchmarks. */
    private static final ForkShape SHAPE = new ForkShape(10, Duration.ofMillis(250));

    @Test
    void budgetForSome_drawsAsManyAsItHoldsSixPairsOf_andNamesTheOthers() {
        Draw draw = Draw.of(plan(1), SHAPE, SUITE);

        assertThat(draw.drawn()).hasSize(19).isSubsetOf(SUITE);
        assertThat(draw.left()).hasSize(46).extracting(Unjudged::reason).containsOnly(Unjudged.Reason.NO_TIME);
        assertThat(draw.left()).extracting(Unjudged::subject).doesNotContainAnyElementsOf(draw.drawn());
    }

    @Test
    void seed_decidesTheDraw_andOverManySeedsEveryoneIsDrawn() {
        Set<Subject> seen = new HashSet<>();
        IntStream.range(0, 100)
                .forEach(seed -> seen.addAll(Draw.of(plan(seed), SHAPE, SUITE).drawn()));

        assertThat(Draw.of(plan(1), SHAPE, SUITE)).isEqualTo(Draw.of(plan(1), SHAPE, SUITE));
        assertThat(seen).hasSameSizeAs(SUITE);
    }

    @Test
    void budgetForAll_drawsAllInTheirOrder() {
        Draw draw = Draw.of(plan(1), SHAPE, SUITE.subList(0, 19));

        assertThat(draw.drawn()).isEqualTo(SUITE.subList(0, 19));
        assertThat(draw.left()).isEmpty();
    }

    @Test
    void fewerPairsAskedFor_needLess() {
        assertThat(Draw.most(plan(1).withMaxPairs(2), SHAPE)).isEqualTo(57);
        assertThat(Draw.most(GatePlan.of(1, Duration.ofSeconds(1)), SHAPE)).isEqualTo(1);
    }

    @Test
    void forecast_tellsHowManyAreMeasuredAndHowOften() {
        Forecast forecast = Forecast.of(plan(1), SHAPE, SUITE, Optional.empty());

        assertThat(forecast.benchmarks()).isEqualTo(19);
        assertThat(forecast.pairs()).isEqualTo(8);
        assertThat(forecast.seconds()).isLessThanOrEqualTo(1_200);
    }

    private static GatePlan plan(long seed) {
        return GatePlan.of(seed, Duration.ofMinutes(20));
    }
}
