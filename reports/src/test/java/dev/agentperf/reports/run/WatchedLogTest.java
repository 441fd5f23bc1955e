package dev.agentperf.reports.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

final class WatchedLogTest {
    @TempDir
    private Path directory;

    @Test
    void whatJmhPrints_isKept_andItsProgressIsTold() throws IOException {
        Path file = directory.resolve("jmh.log");
        List<Long> told = new ArrayList<>();
        try (WatchedLog log = WatchedLog.open(file, told::add)) {
            OutputFormat jmh = OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
            jmh.println("# Benchmark: a.B.c");
            jmh.println("# Run progress: 0.00% complete, ETA 00:10:00");
            jmh.println("# Run progress: 66.67% complete, ETA 00:03:20");
        }

        assertThat(told).containsExactly(0L, 66L);
        assertThat(Files.readAllLines(file)).startsWith("# Benchmark: a.B.c").hasSize(3);
    }
}
