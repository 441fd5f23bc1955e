package dev.agentperf.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.model.StartPath;
import dev.agentperf.reports.model.Starts;
import gg.jte.output.StringOutput;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PercentileChartTest {
    @Test
    void description_tellsEveryPathInWords() {
        String svg = chart(path("cold", 200, 180, 300, 400), path("warm-live", 200, 0.2, 0.3, 0.4));

        assertThat(svg)
                .contains("cold: median 180\u00A0ms, 99th percentile 300\u00A0ms, longest 400\u00A0ms, 200 starts;")
                .contains("warm-live: median 200\u00A0µs");
    }

    @Test
    void axis_reachesTheDecadesOfTheData() {
        assertThat(chart(path("cold", 200, 180, 300, 4_000), path("warm-live", 200, 0.2, 0.3, 0.4)))
                .contains(">100\u00A0µs<", ">1\u00A0ms<", ">10\u00A0s<")
                .doesNotContain(">10\u00A0µs<", ">100\u00A0s<");
    }

    @Test
    void axis_showsNoNineThatTheStartsCannot() {
        assertThat(chart(path("cold", 200, 1, 2, 3))).contains(">99 %<").doesNotContain(">99.9 %<");
        assertThat(chart(path("cold", 2_000, 1, 2, 3))).contains(">99.9 %<").doesNotContain(">99.99 %<");
    }

    @Test
    void pathWithoutStarts_isNotDrawn() {
        assertThat(chart(path("cold", 200, 1, 2, 3), path("exec", 0, 0, 0, 0))).doesNotContain("exec");
    }

    @Test
    void singleStart_isDrawn() {
        assertThat(chart(path("cold", 1, 5, 5, 5))).contains("<circle").doesNotContain("NaN", "Infinity");
    }

    @Test
    void startInNoTime_isDrawn() {
        assertThat(chart(path("cold", 100, 0, 0, 0))).doesNotContain("NaN", "Infinity");
    }

    @Test
    void twoRuns_areToldApartByDashAndName() {
        StringOutput output = new StringOutput();
        PercentileChart.of(starts(path("cold", 200, 180, 300, 400)), starts(path("cold", 200, 90, 150, 200)))
                .writeTo(output);

        assertThat(output.toString())
                .contains(">cold base, p99 300\u00A0ms<", ">cold head, p99 150\u00A0ms<")
                .contains("cold base: median 180\u00A0ms")
                .containsOnlyOnce("stroke-width=\"1.75\" stroke-dasharray=\"1.5 3.5\"/><circle");
    }

    private static String chart(StartPath... paths) {
        StringOutput output = new StringOutput();
        PercentileChart.of(starts(paths)).writeTo(output);
        return output.toString();
    }

    private static Starts starts(StartPath... paths) {
        return new Starts(Starts.SCHEMA_VERSION, "docker", "image", List.of(paths));
    }

    private static StartPath path(String name, long n, double p50, double p99, double max) {
        return new StartPath(name, n, 0, new StartPath.Quantiles(p50, (p50 + p99) / 2, p99, max), null);
    }
}
