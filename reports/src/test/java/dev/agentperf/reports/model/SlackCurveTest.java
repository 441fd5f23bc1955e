package dev.agentperf.reports.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.reports.model.SlackCurve.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SlackCurveTest {
    private final SlackCurve curve =
            new SlackCurve("cost", "memory", List.of(new Point(0.01, 0.02, 0.5), new Point(0.05, 0.06, 0.3)));

    /** Half-way between the two points. */
    @Test
    void slackAt_betweenTwoPoints_liesOnTheirLine() {
        assertThat(curve.slackAt(0.04).orElseThrow()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void slackAt_beyondTheCurve_isNotGuessed() {
        assertThat(curve.slackAt(0.01)).isEmpty();
        assertThat(curve.slackAt(0.07)).isEmpty();
    }
}
