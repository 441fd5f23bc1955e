package dev.agentperf.reports.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.agentperf.reports.model.PoolFigure;
import dev.agentperf.reports.model.PoolLoad;
import dev.agentperf.reports.model.Target;
import dev.agentperf.reports.model.Target.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PoolRowTest {

    @Test
    void figureThatMissesByLessThanItsDigits_doesNotLookMet() {
        PoolFigure figure = PoolFigure.of("p99", Target.MS, 10.004, 9.9, 10.2, 2_700)
                .demanding(Target.Sense.AT_MOST, 10)
                .beside("376 ms");

        PoolRow row = PoolRow.of(load(figure)).get(0);

        assertThat(row.measured()).isEqualTo("10.004\u00A0ms");
        assertThat(row.spread()).isEqualTo("9.90\u00A0ms to 10.2\u00A0ms");
        assertThat(row.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(row.published()).isEqualTo("376 ms");
    }

    @Test
    void figureOfNothing_isNotMeasuredAndMeetsNothing() {
        PoolFigure figure = PoolFigure.of("p99", Target.MS, 0, 0, 0.0, 0).demanding(Target.Sense.AT_MOST, 10);

        PoolRow row = PoolRow.of(load(figure)).get(0);

        assertThat(row.verdict()).isEqualTo(Verdict.NOT_MEASURED);
        assertThat(row.measured()).isEqualTo("not measured");
    }

    @Test
    void story_tellsCountsAndLimit() {
        PoolLoad load = new PoolLoad("load", "Poisson", 10, 6, 2, 1, 1, "the engine", List.of());

        assertThat(PoolRow.story(load))
                .containsExactly("Poisson.", "10 claims: 6 warm, 2 cold, 1 late, 1 failed.", "Limited by the engine.");
    }

    @Test
    void countsThatDoNotAddUp_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PoolLoad("load", "Poisson", 10, 6, 2, 1, 0, null, List.of()))
                .withMessage("counts must add up to claims, were 6, 2, 1, 0 and 10");
    }

    private static PoolLoad load(PoolFigure figure) {
        return new PoolLoad("load", "Poisson", 0, 0, 0, 0, 0, null, List.of(figure));
    }
}
