package dev.agentperf.reports.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agentperf.reports.model.ResultsFiles;
import dev.agentperf.reports.model.SampleRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultsDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void opening_createsTheDirectory_andLeavesItEmpty() {
        ResultsDirectory.open(directory.resolve("a/b"));

        assertThat(directory.resolve("a/b/results")).isEmptyDirectory();
    }

    @Test
    void opening_whereAFileStands_fails() throws IOException {
        Path file = Files.writeString(directory.resolve("a"), "");

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> ResultsDirectory.open(file));
    }

    @Test
    void clearing_removesResultsOnly() throws IOException {
        ResultsDirectory results = ResultsDirectory.open(directory);
        results.write(SampleRun.targets());
        Path other = Files.writeString(directory.resolve("results/notes.txt"), "mine");

        results.clear();

        assertThat(directory.resolve("results").resolve(ResultsFiles.TARGETS)).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void targets_haveTheContractsForm() throws IOException {
        ResultsDirectory.open(directory).write(SampleRun.targets());

        assertThat(Files.readString(directory.resolve("results").resolve(ResultsFiles.TARGETS)))
                .startsWith("""
                        {
                          "schemaVersion": 1,
                          "targets": [
                            {
                              "name": "Warm start, 99th percentile",
                              "target": 100.0,
                              "measured": 0.612,
                              "unit": "ms",
                              "met": true,
                              "sense": "at-most",
                              "n": 200,
                              "basis": "docker, warm-live"
                            },
                        """);
    }
}
