package dev.agentperf.reports.gate.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.agentperf.reports.gate.Direction;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.SampleGate;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.Verdict;
import dev.agentperf.reports.model.ResultsJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PointsTest {
    static List<GateReport> reports() {
        return List.of(SampleGate.report(), SampleGate.hostile(), SampleGate.of());
    }

    /* README of github-action-benchmark: name, unit and value, the latter a number; range and extra are text. */
    @ParameterizedTest
    @MethodSource("reports")
    void gitHubAction_everyDirection_isAnArrayOfEntriesWithUniqueNames(GateReport report) throws IOException {
        for (Direction better : Direction.values()) {
            JsonNode array = json(Points.gitHubAction(report, better));
            Set<String> names = new TreeSet<>();

            assertThat(array.isArray()).isTrue();
            for (JsonNode entry : array) {
                assertThat(names(entry)).containsExactlyInAnyOrder("name", "unit", "value", "range", "extra");
                assertThat(entry.get("value").isNumber()).isTrue();
                assertThat(List.of(entry.get("unit"), entry.get("range"), entry.get("extra")))
                        .allMatch(JsonNode::isTextual);
                assertThat(names.add(entry.get("name").textValue())).isTrue();
            }
        }
    }

    @Test
    void gitHubAction_figures_areInTheFileOfTheirDirection() {
        assertThat(Points.gitHubAction(SampleGate.hostile(), Direction.SMALLER)).hasSize(2);
        assertThat(Points.gitHubAction(SampleGate.hostile(), Direction.LARGER))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry).containsEntry("value", 0.375).containsEntry("range", "\u00b1 0.125"));
    }

    /* The schema bmf.json, and the page's lengths: benchmark, measure, and of that numbers, of which value must be. */
    @ParameterizedTest
    @MethodSource("reports")
    void bencher_everyReport_isByItsSchema(GateReport report) throws IOException {
        JsonNode root = json(Points.bencher(report));

        assertThat(root.isObject()).isTrue();
        root.properties().forEach(benchmark -> {
            assertThat(benchmark.getKey()).hasSizeBetween(1, 1_024);
            benchmark.getValue().properties().forEach(measure -> {
                assertThat(measure.getKey()).hasSizeBetween(1, 64);
                assertThat(names(measure.getValue())).containsExactlyInAnyOrder("value", "lower_value", "upper_value");
                assertThat(measure.getValue()).allMatch(JsonNode::isNumber);
                assertThat(measure.getValue().get("value").doubleValue())
                        .isBetween(
                                measure.getValue().get("lower_value").doubleValue(),
                                measure.getValue().get("upper_value").doubleValue());
            });
        });
    }

    @Test
    void bencher_value_isTheHeadsMedianBetweenItsForks() {
        assertThat(Points.bencher(SampleGate.report()).get("a.B.slower"))
                .containsEntry("cpu", Map.of("value", 120.0, "lower_value", 119.0, "upper_value", 121.0));
    }

    @Test
    void bencher_nameBeyondTheLimit_isCutToIt() {
        GateReport report = SampleGate.of(SampleGate.comparison("x".repeat(2_000), Verdict.EQUIVALENT, 0.1));

        assertThat(Points.bencher(report).keySet())
                .containsExactly(Subject.of("a.B." + "x".repeat(1_020)).id());
    }

    private static JsonNode json(Object value) throws IOException {
        return ResultsJson.reader(JsonNode.class).readTree(ResultsJson.compact().writeValueAsString(value));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
