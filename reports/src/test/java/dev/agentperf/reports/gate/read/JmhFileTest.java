package dev.agentperf.reports.gate.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.read.ResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JmhFileTest {
    @TempDir
    private Path directory;

    @Test
    void read_timesOfTwoForks_areNanoseconds() throws IOException {
        JmhRun run = read(
                "avgt",
                "us/op",
                "[[1.5, 2], [3, 4]]",
                ", \"secondaryMetrics\": {\"\u00b7gc.alloc.rate.norm\": "
                        + "{\"rawData\": [[48, 48], [\"NaN\", 56]]}}");

        assertThat(run.forks()).hasSize(2);
        assertThat(run.forks().get(0).of(Metric.WALL)).containsExactly(1_500, 2_000);
        assertThat(run.forks().get(1).of(Metric.ALLOC)[0]).isNaN();
        assertThat(run.forks().get(1).of(Metric.ALLOC)[1]).isEqualTo(56);
        assertThat(run.subject().id()).isEqualTo("a.B.c (size=10)");
    }

    @Test
    void read_throughput_isItsInverse() throws IOException {
        assertThat(read("thrpt", "ops/s", "[[2e6]]", "").forks().get(0).of(Metric.WALL)[0])
                .isCloseTo(500, within(1e-9));
    }

    @Test
    void read_numbersThatJsonLacks_areWhatTheySay() throws IOException {
        double[] windows = read("avgt", "ns/op", "[[\"NaN\", \"+INF\", \"-INF\"]]", "")
                .forks()
                .get(0)
                .of(Metric.WALL);

        assertThat(windows[0]).isNaN();
        assertThat(windows[1]).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(windows[2]).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void read_histogramsOfModeSample_areTheirMeans() throws IOException {
        JmhRun run = JmhFile.read(Files.writeString(directory.resolve("s.json"), """
                        [{"benchmark": "a.B.c", "mode": "sample", "threads": 1, "primaryMetric":
                          {"score": 1, "scoreUnit": "ns/op", "rawDataHistogram": [[[[10, 3], [50, 1]]]]}}]
                        """))
                .get(0);

        assertThat(run.forks().get(0).of(Metric.WALL)).containsExactly(20);
    }

    @Test
    void read_noJmh_saysWhereAndWhat() throws IOException {
        Path object = Files.writeString(directory.resolve("o.json"), "{}");
        Path empty = Files.writeString(directory.resolve("e.json"), "[{}]");
        Path cut = Files.writeString(directory.resolve("c.json"), "[{\"benchmark\": \"a");

        assertThatThrownBy(() -> JmhFile.read(object))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("o.json: expected JMH's array");
        assertThatThrownBy(() -> JmhFile.read(empty)).hasMessageContaining("e.json: [0].benchmark is missing");
        assertThatThrownBy(() -> JmhFile.read(cut)).hasMessageContaining("ends in the middle");
    }

    private JmhRun read(String mode, String unit, String raw, String more) throws IOException {
        String json = """
                [{"jmhVersion": "1.37", "benchmark": "a.B.c", "mode": "%s", "threads": 2, "params": {"size": "10"},
                  "primaryMetric": {"score": 1, "scoreUnit": "%s", "rawData": %s} %s}]
                """.formatted(mode, unit, raw, more);
        return JmhFile.read(Files.writeString(directory.resolve("jmh.json"), json))
                .get(0);
    }
}
