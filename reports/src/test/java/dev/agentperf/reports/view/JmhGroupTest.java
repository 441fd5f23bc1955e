package dev.agentperf.reports.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.model.JmhResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JmhGroupTest {
    @Test
    void results_standByClass_inTheOrderOfTheRun() {
        List<JmhGroup> groups = JmhGroup.of(List.of(
                result("a.ZBenchmark.get", 1, "8"),
                result("a.YBenchmark.get", 1, "8"),
                result("a.ZBenchmark.put", 1, "8")));

        assertThat(groups).extracting(JmhGroup::name).containsExactly("ZBenchmark", "YBenchmark");
        assertThat(groups.get(0).rows()).extracting(JmhRow::method).containsExactly("get", "put");
    }

    @Test
    void peers_standWithOursFirst_andAreComparedWithIt() {
        List<JmhRow> rows = rows(
                result("a.B.hitCaffeine", 15, "8"),
                result("a.B.hitMap", 10, "8"),
                result("a.B.hitOurs", 30, "8"),
                result("a.B.putOurs", 90, "8"));

        assertThat(rows).extracting(JmhRow::method).containsExactly("hitOurs", "hitCaffeine", "hitMap", "putOurs");
        assertThat(rows.subList(0, 3)).extracting(JmhRow::ofOurs).containsExactly(1.0, 0.5, 10.0 / 30);
        assertThat(rows.get(1).share()).isEqualTo(0.5);
    }

    @Test
    void sameMethodWithOtherParameters_isNoPeer() {
        List<JmhRow> rows =
                rows(result("a.B.hitOurs", 30, "8"), result("a.B.hitOurs", 60, "128"), result("a.B.hitMap", 10, "128"));

        assertThat(rows).extracting(JmhRow::hasPeers).containsExactly(false, true, true);
        assertThat(rows.get(2).ofOurs()).isEqualTo(10.0 / 60);
    }

    @Test
    void methodsThatOnlyBeginAlike_areNoPeers() {
        assertThat(rows(result("a.B.record", 1, "8"), result("a.B.recordAndPredict", 2, "8")))
                .noneMatch(JmhRow::hasPeers);
    }

    @Test
    void resultWithoutPeer_isComparedWithNothing() {
        JmhRow row = rows(result("bare", 30, "8")).get(0);

        assertThat(row.ofOurs()).isNaN();
        assertThat(row.params()).containsExactly("size=8");
        assertThat(row.allocated()).isEqualTo(Figures.NONE);
        assertThat(row.errorShare()).isZero();
    }

    private static List<JmhRow> rows(JmhResult... results) {
        return JmhGroup.of(List.of(results)).get(0).rows();
    }

    private static JmhResult result(String benchmark, double score, String size) {
        JmhResult.Metric metric = new JmhResult.Metric(score, Double.NaN, List.of(), "ns/op");
        return new JmhResult(benchmark, "avgt", 1, 1, 1, Map.of("size", size), metric, Map.of());
    }
}
