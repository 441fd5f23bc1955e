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
                result("a.ZBenchmark.get", "avgt", 1, "x"),
                result("a.YBenchmark.get", "avgt", 1, "x"),
                result("a.ZBenchmark.put", "avgt", 1, "x")));

        assertThat(groups).extracting(JmhGroup::name).containsExactly("ZBenchmark", "YBenchmark");
        assertThat(groups.get(0).rows()).extracting(JmhGroup.Row::method).containsExactly("get", "put");
    }

    @Test
    void peers_areComparedWithTheBest() {
        List<JmhGroup.Row> rows = JmhGroup.of(
                        List.of(result("a.B.get", "avgt", 30, "ours"), result("a.B.get", "avgt", 10, "theirs")))
                .get(0)
                .rows();

        assertThat(rows).extracting(JmhGroup.Row::timesBest).containsExactly(3.0, 1.0);
        assertThat(rows)
                .extracting(JmhGroup.Row::params)
                .containsExactly(List.of("subject=ours"), List.of("subject=theirs"));
    }

    @Test
    void throughput_isBetterWhenItIsMore() {
        List<JmhGroup.Row> rows = JmhGroup.of(
                        List.of(result("a.B.get", "thrpt", 30, "ours"), result("a.B.get", "thrpt", 10, "theirs")))
                .get(0)
                .rows();

        assertThat(rows).extracting(JmhGroup.Row::timesBest).containsExactly(1.0, 3.0);
    }

    @Test
    void resultWithoutPeer_isComparedWithNothing() {
        JmhGroup.Row row = JmhGroup.of(List.of(result("bare", "avgt", 30, "ours")))
                .get(0)
                .rows()
                .get(0);

        assertThat(row.timesBest()).isNaN();
        assertThat(row.allocated()).isEqualTo(Figures.NONE);
        assertThat(row.errorShare()).isZero();
    }

    private static JmhResult result(String benchmark, String mode, double score, String subject) {
        JmhResult.Metric metric = new JmhResult.Metric(score, Double.NaN, List.of(), "ns/op");
        return new JmhResult(benchmark, mode, 1, 1, 1, Map.of("subject", subject), metric, Map.of());
    }
}
