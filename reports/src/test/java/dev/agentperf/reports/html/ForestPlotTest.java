package dev.agentperf.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ForestPlotTest {
    /* On an axis of logarithms: a tenth less is further from nothing than a tenth more. */
    @Test
    void ticks_areRoundChangesThatTheAxisHolds() {
        assertThat(ForestPlot.ticks(Math.log(1.1))).containsExactly(-0.05, 0.0, 0.05, 0.1);
        assertThat(ForestPlot.ticks(Math.log(1.5))).containsExactly(-0.2, 0.0, 0.2, 0.4);
        assertThat(ForestPlot.ticks(Math.log(2))).containsExactly(-0.5, 0.0, 0.5, 1.0);
    }
}
