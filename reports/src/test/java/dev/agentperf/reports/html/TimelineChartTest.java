package dev.agentperf.reports.html;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.model.RunReport;
import dev.agentperf.reports.model.SampleRun;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.result.SimulationResult;
import dev.agentperf.simulator.result.Timeline;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.Comparator;
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

    @Test
    void drawn_areTheCheapestFirst() {
        RunReport run = SampleRun.complete();
        SimulationResult simulation = requireNonNull(run.simulation());
        List<String> cheapest = simulation.runs().stream()
                .sorted(Comparator.comparingDouble(PolicyRun::cost))
                .map(PolicyRun::policy)
                .toList();
        List<Timeline> backwards = new ArrayList<>();
        cheapest.forEach(policy -> backwards.add(0, timeline(policy, List.of(0L, 0L), List.of(1, 1))));

        assertThat(TimelineChart.drawn(backwards, simulation))
                .extracting(Timeline::policy)
                .containsExactlyElementsOf(cheapest.subList(0, Math.min(4, cheapest.size())));
    }

    private static String svg(Timeline timeline) {
        StringOutput output = new StringOutput();
        TimelineChart.of(0, timeline).writeTo(output);
        return output.toString();
    }

    private static Timeline timeline(List<Long> cold, List<Integer> demand) {
        return timeline("fixed:1", cold, demand);
    }

    private static Timeline timeline(String policy, List<Long> cold, List<Integer> demand) {
        return new Timeline(policy, 60, 4, cold, cold, List.of(0.5, 1.0), List.of(0, 1), List.of(1, 1), demand, demand);
    }
}
