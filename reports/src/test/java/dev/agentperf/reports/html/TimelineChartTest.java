package dev.agentperf.reports.html;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.model.SampleRun;
import dev.agentperf.simulator.result.Timeline;
import gg.jte.output.StringOutput;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimelineChartTest {
    @Test
    void chart_tellsItsPeaksInWords() {
        assertThat(svg(timeline(List.of(0L, 3L), List.of(4, 7))))
                .contains("at most 7 sessions at once, 3 cold starts in all, at most 3 in a span.");
    }

    @Test
    void coldStarts_areABarEach() {
        String quiet = svg(timeline(List.of(0L, 0L), List.of(1, 1)));
        String cold = svg(timeline(List.of(0L, 3L), List.of(1, 1)));

        assertThat(quiet).contains("d=\"M0 70Z\"");
        assertThat(cold).contains("d=\"M0 70L10 70L10 17.5L20 17.5L20 70Z\"");
    }

    @Test
    void hundredsOfSpans_staySmall() {
        Timeline timeline =
                requireNonNull(SampleRun.complete().timelines()).timelines().get(0);

        assertThat(svg(timeline).length()).isLessThan(80_000);
    }

    private static String svg(Timeline timeline) {
        StringOutput output = new StringOutput();
        TimelineChart.of(0, timeline).writeTo(output);
        return output.toString();
    }

    private static Timeline timeline(List<Long> cold, List<Integer> demand) {
        return new Timeline(
                "fixed:1", 60, 4, cold, cold, List.of(0.5, 1.0), List.of(0, 1), List.of(1, 1), demand, demand);
    }
}
