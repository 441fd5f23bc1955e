package dev.agentperf.reports.read;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agentperf.reports.export.ResultsDirectory;
import dev.agentperf.reports.model.ResultsFiles;
import dev.agentperf.reports.model.ResultsJson;
import dev.agentperf.reports.model.RunReport;
import dev.agentperf.reports.model.SampleRun;
import dev.agentperf.reports.model.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultsReaderTest {
    @TempDir
    Path directory;

    @Test
    void everyPart_writtenAndRead_isEqual() throws IOException {
        write(SampleRun.complete());

        assertThat(ResultsReader.read(directory)).isEqualTo(SampleRun.complete());
    }

    @Test
    void hostileNames_writtenAndRead_areUnchanged() throws IOException {
        write(SampleRun.hostile());

        assertThat(ResultsReader.read(directory)).isEqualTo(SampleRun.hostile());
    }

    @Test
    void sizesAndScenarios_writtenAndRead_areEqual() {
        RunReport planned = SampleRun.planned(SampleRun.HOSTILE);
        RunReport swept = SampleRun.swept(SampleRun.HOSTILE);
        ResultsDirectory results = ResultsDirectory.open(directory);
        results.write(requireNonNull(planned.plan()));
        results.write(requireNonNull(swept.sweep()));

        assertThat(ResultsReader.read(directory).plan()).isEqualTo(planned.plan());
        assertThat(ResultsReader.read(directory).sweep()).isEqualTo(swept.sweep());
    }

    @Test
    void absentFile_isNotMeasured() throws IOException {
        write(SampleRun.complete());
        Files.delete(file(ResultsFiles.STARTS));

        assertThat(ResultsReader.read(directory).starts()).isNull();
    }

    @Test
    void absentDirectory_isOneLine() {
        Path absent = directory.resolve("absent");

        assertThatExceptionOfType(ResultsException.class)
                .isThrownBy(() -> ResultsReader.read(absent))
                .withMessage(absent + ": no such directory, expected one that `agentperf run --out` wrote");
    }

    @Test
    void directoryWithoutResults_isOneLine() {
        assertThatExceptionOfType(ResultsException.class)
                .isThrownBy(() -> ResultsReader.read(directory))
                .withMessageStartingWith(directory.resolve("results") + ": no results here, expected at least one of");
    }

    @Test
    void cutFile_namesItsLine() throws IOException {
        put(ResultsFiles.TARGETS, "{\n  \"schemaVersion\": 1,\n  \"targets\": [");

        assertMessage(ResultsFiles.TARGETS, ":3: the file ends in the middle, expected the rest of its JSON");
    }

    @Test
    void emptyFile_isNamed() throws IOException {
        put(ResultsFiles.TARGETS, "");

        assertMessage(ResultsFiles.TARGETS, ": empty file, expected JSON");
    }

    @Test
    void nullFile_isNamed() throws IOException {
        put(ResultsFiles.TARGETS, "null");

        assertMessage(ResultsFiles.TARGETS, ": null, expected a JSON value");
    }

    @Test
    void missingNumber_namesFieldAndLine() throws IOException {
        put(ResultsFiles.SIMULATION, "{\"schemaVersion\":1,\n\"trace\":{\"sessions\":1,\"steps\":2,\"types\":1}}");

        assertThatExceptionOfType(ResultsException.class)
                .isThrownBy(() -> ResultsReader.read(directory))
                .withMessageContaining(ResultsFiles.SIMULATION + ":2: trace")
                .withMessageContaining("spanSeconds")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void missingObject_namesItsPath() throws IOException {
        put(ResultsFiles.SIMULATION, "{\"schemaVersion\":1}");

        assertMessage(ResultsFiles.SIMULATION, ": trace is missing");
    }

    @Test
    void missingList_namesItsPath() throws IOException {
        put(ResultsFiles.STARTS, "{\"schemaVersion\":1,\"runtime\":\"docker\",\"image\":\"a\"}");

        assertMessage(ResultsFiles.STARTS, ":1: a required field is missing");
    }

    @Test
    void wrongType_namesFieldAndLine() throws IOException {
        put(ResultsFiles.TARGETS, "{\"schemaVersion\":1,\n\"targets\":[{\"name\":\"a\",\"target\":\"soon\"}]}");

        assertThatExceptionOfType(ResultsException.class)
                .isThrownBy(() -> ResultsReader.read(directory))
                .withMessageContaining(ResultsFiles.TARGETS + ":2: targets[0].target")
                .withMessageContaining("soon");
    }

    @Test
    void newerSchema_isRejected() throws IOException {
        put(ResultsFiles.TARGETS, "{\"schemaVersion\":2,\"targets\":[]}");

        assertMessage(ResultsFiles.TARGETS, ": schemaVersion must be 1, was 2");
    }

    @Test
    void unknownFields_areIgnored() throws IOException {
        put(ResultsFiles.TARGETS, "{\"schemaVersion\":1,\"mood\":\"good\",\"targets\":[]}");

        Targets targets = requireNonNull(ResultsReader.read(directory).targets());

        assertThat(targets.targets()).isEmpty();
    }

    @Test
    void targetInItsFirstForm_isRead() throws IOException {
        put(
                ResultsFiles.TARGETS,
                "{\"schemaVersion\":1,\"targets\":[{\"name\":\"a\",\"target\":100,\"measured\":7,\"unit\":\"ms\",\"met\":true}]}");

        Targets targets = requireNonNull(ResultsReader.read(directory).targets());

        assertThat(targets.targets().get(0).n()).isNull();
    }

    @Test
    void jmhSpecialNumbers_areRead() throws IOException {
        put(ResultsFiles.JMH, """
                [{"jmhVersion":"1.37","benchmark":"a.B.c","mode":"avgt","threads":1,"forks":1,
                  "measurementIterations":1,"measurementTime":"1 s",
                  "primaryMetric":{"score":1.5,"scoreError":"NaN","scoreConfidence":["-INF","+INF"],
                  "scorePercentiles":{"0.0":1.5},"scoreUnit":"ns/op","rawData":[[1.5]]},"secondaryMetrics":{}}]
                """);

        var metric = ResultsReader.read(directory).jmh().get(0).primaryMetric();

        assertThat(metric.scoreError()).isNaN();
        assertThat(metric.scoreConfidence()).containsExactly(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private void assertMessage(String name, String rest) {
        assertThatExceptionOfType(ResultsException.class)
                .isThrownBy(() -> ResultsReader.read(directory))
                .withMessage(file(name) + rest);
    }

    private void write(RunReport report) throws IOException {
        ResultsDirectory results = ResultsDirectory.open(directory);
        results.write(requireNonNull(report.environment()));
        results.write(requireNonNull(report.targets()));
        results.write(requireNonNull(report.starts()));
        results.write(requireNonNull(report.pool()));
        results.write(requireNonNull(report.simulation()));
        results.write(requireNonNull(report.timelines()));
        results.write(requireNonNull(report.predictions()));
        ResultsJson.pretty().writeValue(results.jmhFile().toFile(), report.jmh());
    }

    private void put(String name, String text) throws IOException {
        Files.createDirectories(file(name).getParent());
        Files.writeString(file(name), text);
    }

    private Path file(String name) {
        return directory.resolve(ResultsFiles.DIRECTORY).resolve(name);
    }
}
