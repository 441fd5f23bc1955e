package dev.agentperf.reports.gate.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.NotComparableException;
import dev.agentperf.reports.gate.Unjudged;
import dev.agentperf.reports.gate.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultComparisonTest {
    private static final String FORKS = "[[100, 101], [102, 100], [99, 100], [101, 100], [100, 100]]";
    private static final String SLOWER = "[[120, 121], [122, 120], [119, 120], [121, 120], [120, 120]]";

    @TempDir
    private Path directory;

    @Test
    void of_headTwentyPercentSlower_isRegressedAndCalledUnpaired() throws IOException {
        GateReport report = ResultComparison.of(jmh("a", "avgt", "17", FORKS), jmh("b", "avgt", "17", SLOWER));

        assertThat(report.comparisons()).singleElement().satisfies(one -> {
            assertThat(one.verdict()).isEqualTo(Verdict.REGRESSED);
            assertThat(one.worsening()).isBetween(0.19, 0.21);
        });
        assertThat(report.warnings()).anyMatch(warning -> warning.startsWith("Unpaired:"));
    }

    @Test
    void of_otherJdk_isRefusedUnlessForced() throws IOException {
        GateInput base = jmh("a", "avgt", "17", FORKS);
        GateInput head = jmh("b", "avgt", "21", SLOWER);

        assertThatThrownBy(() -> ResultComparison.of(base, head))
                .isInstanceOf(NotComparableException.class)
                .hasMessageContaining("jdkVersion (17 or 21)");
        assertThat(ResultComparison.forced(base, head).warnings())
                .anyMatch(warning -> warning.startsWith("The environments differ in jdkVersion"));
    }

    @Test
    void of_oneForkASide_isInconclusiveAndSaid() throws IOException {
        GateReport report =
                ResultComparison.of(jmh("a", "avgt", "17", "[[100, 101]]"), jmh("b", "avgt", "17", "[[200, 201]]"));

        assertThat(report.comparisons()).singleElement().satisfies(one -> {
            assertThat(one.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(one.notes()).containsExactly("One fork only on a side: how far JVMs differ is not known.");
        });
    }

    @Test
    void of_otherModeUnderOneName_isReportedAndNotJudged() throws IOException {
        GateReport report = ResultComparison.of(jmh("a", "avgt", "17", FORKS), jmh("b", "thrpt", "17", FORKS));

        assertThat(report.comparisons()).isEmpty();
        assertThat(report.unjudged()).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo(Unjudged.Reason.CHANGED);
            assertThat(one.message()).contains("mode avgt or thrpt");
        });
    }

    @Test
    void of_zeroAndStringScores_areInconclusive() throws IOException {
        for (String forks : List.of("[[0, 0], [0, 0]]", "[[-1, -1], [-2, -2]]", "[[\"NaN\"], [\"+INF\"]]")) {
            GateReport report = ResultComparison.of(jmh("a", "avgt", "17", forks), jmh("b", "avgt", "17", forks));

            assertThat(report.comparisons()).extracting(Comparison::verdict).containsOnly(Verdict.INCONCLUSIVE);
        }
    }

    @Test
    void of_simulations_comparesExactlyAndByTheirDirection() throws IOException {
        GateReport report = ResultComparison.of(simulation("a", 10, 0.9, 500), simulation("b", 10, 0.89, 400));

        assertThat(report.comparisons())
                .extracting(one -> one.metric().name() + " " + one.verdict())
                .containsExactlyInAnyOrder(
                        "warm rate REGRESSED", "p99 start EQUIVALENT", "idle cost IMPROVED", "hit rate EQUIVALENT");
    }

    @Test
    void of_simulationsOfOtherTraces_areNotComparable() throws IOException {
        GateInput base = simulation("a", 10, 0.9, 500);
        GateInput head = simulation("b", 11, 0.9, 500);

        assertThatThrownBy(() -> ResultComparison.of(base, head))
                .isInstanceOf(NotComparableException.class)
                .hasMessageContaining("trace");
    }

    @Test
    void of_histogramsTwiceAsSlow_regressAtEveryQuantile() throws IOException {
        GateReport report = ResultComparison.of(histogram("a", 1), histogram("b", 2));

        assertThat(report.comparisons())
                .extracting(one -> one.metric().name() + " " + one.verdict())
                .containsExactly("p50 REGRESSED", "p90 REGRESSED", "p99 REGRESSED");
    }

    /* Ranges that do not touch decide, by the figure's own direction; those that do, that have no end, and a handful of
     * repetitions, do not. */
    @Test
    void of_poolLoads_comparesRangesAndKnowsWhichSideIsBad() throws IOException {
        GateReport report = ResultComparison.of(pool("a", 0, 20), pool("b", 0.3, 20));

        assertThat(report.comparisons())
                .extracting(one -> one.metric().name() + " " + one.verdict())
                .containsExactlyInAnyOrder(
                        "warm rate REGRESSED", "p99 REGRESSED", "p99.9 INCONCLUSIVE", "largest INCONCLUSIVE");
        assertThat(ResultComparison.of(pool("a", 0, 3), pool("b", 0.3, 3)).comparisons())
                .extracting(Comparison::verdict)
                .containsOnly(Verdict.INCONCLUSIVE);
    }

    private GateInput pool(String name, double worse, int n) throws IOException {
        return GateInputs.read(Files.writeString(
                directory.resolve(name + ".json"), """
                {"schemaVersion": 1, "runtime": "docker", "image": "i", "loads": [
                 {"name": "steady", "regime": "r", "claims": 9, "warm": 9, "cold": 0, "late": 0, "failed": 0, "figures": [
                  {"name": "warm rate", "unit": "ratio", "measured": %1$s, "low": %1$s, "high": %1$s, "n": %3$d,
                   "goal": {"sense": "at-least", "value": 0.9}},
                  {"name": "p99", "unit": "ms", "measured": %2$s, "low": %2$s, "high": %2$s, "n": %3$d},
                  {"name": "p99.9", "unit": "ms", "measured": %2$s, "low": 1, "high": 50, "n": %3$d},
                  {"name": "largest", "unit": "ms", "measured": %2$s, "low": %2$s, "high": null, "n": %3$d}]}]}
                """.formatted(0.95 * (1 - worse), 10 * (1 + worse), n)));
    }

    @Test
    void of_targetThatIsNoLongerMet_isRegressed() throws IOException {
        GateReport report = ResultComparison.of(targets("a", 90, true), targets("b", 110, false));

        assertThat(report.comparisons()).extracting(Comparison::verdict).containsExactly(Verdict.REGRESSED);
    }

    @Test
    void read_nothingKnown_saysWhatIsExpected() throws IOException {
        Path file = Files.writeString(directory.resolve("x.json"), "{\"x\": 1}");

        assertThatThrownBy(() -> GateInputs.read(file))
                .hasMessageContaining("x.json: expected JMH's JSON, a simulation");
        assertThatThrownBy(() -> GateInputs.read(directory.resolve("none"))).hasMessageContaining("none");
    }

    private GateInput jmh(String name, String mode, String jdk, String forks) throws IOException {
        return GateInputs.read(Files.writeString(directory.resolve(name + ".json"), """
                [{"benchmark": "x.B.c", "mode": "%s", "threads": 1, "jdkVersion": "%s",
                  "primaryMetric": {"scoreUnit": "ns/op", "rawData": %s}}]
                """.formatted(mode, jdk, forks)));
    }

    private GateInput simulation(String name, int sessions, double warmRate, double idle) throws IOException {
        return GateInputs.read(
                Files.writeString(directory.resolve(name + ".json"), """
                {"schemaVersion": 1, "trace": {"sessions": %d, "steps": 5, "types": 1, "spanSeconds": 9},
                 "runs": [{"policy": "fixed:1", "claims": 10, "warmStarts": 9, "coldStarts": 1, "warmRate": %s,
                  "startMs": {"p50": 1, "p90": 2, "p99": 3, "p999": 4, "max": 5}, "idleSeconds": 1, "meanIdle": 1,
                  "idleMbSeconds": %s, "containersCreated": 1, "containersRetired": 1, "peakContainers": 1,
                  "toolCache": {"lookups": 1, "hits": 1, "hitRate": 1}, "stats": {"asked": 1, "sent": 1, "reduction": 0},
                  "events": 1, "wallSeconds": 1, "cost": 1}]}
                """.formatted(sessions, warmRate, idle)));
    }

    private GateInput targets(String name, double measured, boolean met) throws IOException {
        return GateInputs.read(Files.writeString(directory.resolve(name + ".json"), """
                {"schemaVersion": 1, "targets": [
                  {"name": "warm start p99", "target": 100, "measured": %s, "unit": "ms", "met": %s}]}
                """.formatted(measured, met)));
    }

    private GateInput histogram(String name, int factor) throws IOException {
        Path file = directory.resolve(name + ".hlog");
        Histogram histogram = new Histogram(3);
        for (int i = 1; i <= 5_000; i++) {
            histogram.recordValue(factor * 1_000L * i);
        }
        HistogramLogWriter log = new HistogramLogWriter(file.toFile());
        log.outputIntervalHistogram(0, 1, histogram);
        log.close();
        return GateInputs.read(file);
    }
}
