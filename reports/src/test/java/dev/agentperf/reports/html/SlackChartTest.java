package dev.agentperf.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.model.SlackCurve;
import dev.agentperf.reports.model.SlackCurve.Point;
import gg.jte.output.StringOutput;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SlackChartTest {
    private static final List<SlackCurve> CURVES = List.of(
            new SlackCurve("cost", "memory", List.of(new Point(0.02, 0.02, 0.4), new Point(0.05, 0.05, 0.2))),
            new SlackCurve("vpa", "memory", List.of(new Point(0.05, 0.05, 0.3))),
            new SlackCurve("cost", "cpu", List.of(new Point(0.05, 0.05, 0.3))));

    @Test
    void everyPoint_isADiscThatTellsItself() {
        String svg = chart("memory");

        assertThat(svg.split("<circle", -1)).hasSize(4);
        assertThat(svg)
                .contains(">cost</text>", ">vpa</text>")
                .contains("cost, aimed at 2.00\u00A0%: 2.00\u00A0% missed, slack 0.400");
    }

    @Test
    void resources_eachHasItsOwnChart() {
        assertThat(SlackChart.resources(CURVES)).containsExactly("memory", "cpu");
        assertThat(chart("cpu")).contains("slack-chart-cpu").doesNotContain(">vpa</text>");
    }

    @Test
    void nothingWasted_isDrawnAllTheSame() {
        StringOutput output = new StringOutput();
        SlackChart.of("memory", List.of(new SlackCurve("cost", "memory", List.of(new Point(0.05, 0, 0)))))
                .writeTo(output);

        assertThat(output.toString()).doesNotContain("NaN", "Infinity");
    }

    private static String chart(String resource) {
        StringOutput output = new StringOutput();
        SlackChart.of(resource, CURVES).writeTo(output);
        return output.toString();
    }
}
