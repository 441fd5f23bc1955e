package dev.agentperf.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.simulator.result.Bound;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.result.SimulationResult;
import dev.agentperf.simulator.result.TraceSummary;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PolicyChartTest {
    @Test
    void everyPolicy_isAPointWithItsName() {
        String svg = chart(List.of(run("fixed:5", 10, 20_000), run("fixed:10", 2, 40_000)), List.of());

        assertThat(svg.split("<circle", -1)).hasSize(3);
        assertThat(svg)
                .contains(">fixed:5</text>", ">fixed:10</text>")
                .contains("<title>fixed:5: 20.0 GB·s idle, 10.0\u00A0% cold</title>");
    }

    @Test
    void front_joinsWhatNoOtherPolicyBeats() {
        String svg =
                chart(List.of(run("cheap", 10, 10_000), run("beaten", 10, 20_000), run("warm", 1, 30_000)), List.of());

        assertThat(svg.substring(svg.indexOf("<path")).split("\"", -1)[1].split("L", -1))
                .hasSize(2);
    }

    /* 100 GB s of 10,000 are a tenth of the way in roots, and a hundredth without. */
    @Test
    void policiesFarBelowTheDearest_areDrawnOnRoots() {
        List<PolicyRun> far = List.of(run("a", 5, 100e3), run("b", 4, 120e3), run("dear", 0, 10_000e3));
        List<PolicyRun> near = List.of(run("a", 5, 6_000e3), run("b", 4, 8_000e3), run("dear", 0, 10_000e3));

        assertThat(chart(far, List.of())).contains("on a scale of square roots", "cx=\"149.4\"");
        assertThat(chart(near, List.of())).doesNotContain("square roots").contains("cx=\"566.4\"");
    }

    @Test
    void boundOutsideTheChart_staysInTheTable() {
        String svg = chart(
                List.of(run("fixed:5", 10, 20_000)),
                List.of(new Bound("clairvoyant", 1, 5_000, 1), new Bound("no pool", 100, 0, 1)));

        assertThat(svg).contains(">clairvoyant</text>").doesNotContain("no pool");
    }

    @Test
    void namesThatWouldTouch_areMovedApart() {
        String svg = chart(List.of(run("one", 10, 20_000), run("two", 10, 20_000)), List.of());

        assertThat(line(svg, ">one</text>")).isNotEqualTo(line(svg, ">two</text>"));
    }

    @Test
    void crowd_keepsItsNamesInTheTips() {
        List<PolicyRun> runs = IntStream.range(0, 200)
                .mapToObj(i -> run("fixed:" + i, i % 50, 1_000 * i))
                .toList();

        String svg = chart(runs, List.of());

        assertThat(svg.split("<circle", -1)).hasSize(201);
        assertThat(svg).doesNotContain(">fixed:199</text>").contains("<title>fixed:199: ");
    }

    @Test
    void policyWithoutClaims_isNotDrawn() {
        PolicyRun none = new PolicyRun(
                "none",
                0,
                0,
                0,
                0,
                run("a", 1, 1).startMs(),
                0,
                0,
                0,
                0,
                0,
                0,
                new PolicyRun.ToolCache(0, 0, 0),
                new PolicyRun.Stats(0, 0, 0),
                0,
                0,
                0,
                null,
                Map.of(),
                0,
                null);

        assertThat(chart(List.of(none), List.of())).doesNotContain("<circle", "NaN", "Infinity");
    }

    private static String line(String svg, String text) {
        String before = svg.substring(0, svg.indexOf(text));
        return before.substring(before.lastIndexOf(" y=\""));
    }

    private static String chart(List<PolicyRun> runs, List<Bound> bounds) {
        StringOutput output = new StringOutput();
        PolicyChart.of(new SimulationResult(1, new TraceSummary(100, 0, 1, 60), runs, bounds, List.of()))
                .writeTo(output);
        return output.toString();
    }

    private static PolicyRun run(String policy, long cold, double idleMbSeconds) {
        return new PolicyRun(
                policy,
                100,
                100 - cold,
                cold,
                (100 - cold) / 100.0,
                new PolicyRun.Quantiles(0, 0, 0, 0, 0),
                0,
                0,
                idleMbSeconds,
                0,
                0,
                0,
                new PolicyRun.ToolCache(0, 0, 0),
                new PolicyRun.Stats(0, 0, 0),
                0,
                0,
                0,
                null,
                Map.of(),
                0,
                null);
    }
}
