package dev.agentperf.reports.gate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.agentperf.reports.gate.Direction;
import dev.agentperf.reports.read.ResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryInputsTest {
    @TempDir
    private Path directory;

    @Test
    void read_dataJs_isAPointForEachBenchAndRun() throws IOException {
        Path file = write("data.js", """
                window.BENCHMARK_DATA = {"entries": {"Benchmark": [
                  {"commit": {"id": "c1"}, "date": 1000, "benches": [
                    {"name": "a", "value": 5, "unit": "ops/s"}, {"name": "b", "value": "NaN", "unit": "ns/op"}]}]}}
                """);

        HistoryData data = HistoryInputs.read(file, "", "");

        assertThat(data.lines()).singleElement().satisfies(line -> {
            assertThat(line.key().better()).isEqualTo(Direction.LARGER);
            assertThat(line.commit()).isEqualTo("c1");
            assertThat(line.time()).isEqualTo("1970-01-01T00:00:01Z");
        });
        assertThat(data.notes()).containsExactly(file + ": 1 figures that are no numbers are left out");
    }

    @Test
    void read_csvOfOtava_hasASeriesForEachColumn() throws IOException {
        HistoryData data = HistoryInputs.read(write("o.csv", "time,commit,a,\"b, c\"\n1,x,2,3\n2,y,4,5\n"), "", "");

        assertThat(data.series())
                .extracting(series -> series.key().subject().benchmark())
                .containsExactly("a", "b, c");
    }

    @Test
    void read_jmhOfOneNameInTwoModes_areTwoSeries() throws IOException {
        String entry = "{\"benchmark\": \"a.B.c\", \"mode\": \"%s\", \"primaryMetric\": {\"scoreUnit\": \"ns/op\","
                + " \"rawData\": [[%d]]}}";
        Path file = write("jmh.json", "[" + entry.formatted("avgt", 1) + "," + entry.formatted("sample", 2) + "]");

        assertThat(HistoryInputs.read(file, "c1", "t1").series())
                .extracting(series -> series.points().get(0).value())
                .containsExactlyInAnyOrder(1.0, 2.0);
    }

    @Test
    void read_cutRowOrUnknownText_saysLineAndExpectation() throws IOException {
        Path cut = write("cut.csv", "time,value\n1,2\n3\n");
        Path text = write("text.csv", "hello\n");

        assertThatThrownBy(() -> HistoryInputs.read(cut, "", ""))
                .isInstanceOf(ResultsException.class)
                .hasMessage(cut + ":3: expected 2 cells, had 1");
        assertThatThrownBy(() -> HistoryInputs.read(text, "", ""))
                .hasMessageStartingWith(text + ":1: expected a history");
    }

    /** Sixteen months of unchanged code on virtual machines that stayed the same. */
    @Test
    void check_processorOfLongLivedMachines_alarmsAtMostOnce() {
        HistoryCheck check = HistoryCheck.of(
                trace("azure-vm-noise/Sysbench__Test_CPU__long__westus2__D8s_v5__Events__Per__Second.csv.gz"));

        assertThat(check.points()).isEqualTo(20_747);
        assertThat(check.alarms()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void check_realHistoryOfJmh_isReadWhole() {
        HistoryData data = trace("jmh-history/softwaremill-jox/data.js.gz");

        assertThat(data.series()).hasSize(74);
        assertThat(HistoryCheck.of(data).points()).isEqualTo(1_432);
    }

    private static HistoryData trace(String name) {
        String set = System.getenv("AGENTPERF_TRACES");
        Path traces = set != null ? Path.of(set) : Path.of("../../shared/traces");
        assumeThat(traces.resolve(name)).exists();
        return HistoryInputs.read(traces.resolve(name), "", "");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
