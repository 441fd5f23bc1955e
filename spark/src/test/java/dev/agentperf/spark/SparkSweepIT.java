package dev.agentperf.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.simulator.sweep.Cell;
import dev.agentperf.simulator.sweep.Grid;
import dev.agentperf.simulator.sweep.Sweep;
import dev.agentperf.simulator.sweep.SweepJournal;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceWriter;
import dev.agentperf.simulator.workload.ReferenceWorkload;
import dev.agentperf.simulator.workload.WorkloadConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A standalone cluster of two workers against a sweep on this machine's cores. */
final class SparkSweepIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path SPARK_HOME = TARGET.resolve("spark");
    private static final int CELLS = 200;

    /** When the worker dies: well after the first results, well before the last. */
    private static final String A_QUARTER = "sweep: 50 of 200";

    private static final String GRID = """
            {"policies": ["fixed:1", "fixed:2", "fixed:5", "fixed:10", "keepalive:1m", "keepalive:10m", "hybrid",
                          "breakeven:P", "hazard:P", "adaptive:P"],
             "coldStart": ["500ms", "5s"], "price": [30, 120, 300, 900, 2400], "reuse": ["single-use", "reset"]}
            """;

    @TempDir
    private Path directory = Path.of("");

    private Path trace = Path.of("");
    private Path grid = Path.of("");

    @BeforeEach
    void writeTraceAndGrid() throws IOException {
        trace = directory.resolve("trace.jsonl.gz");
        grid = Files.writeString(directory.resolve("grid.json"), GRID);
        try (SessionStream sessions = ReferenceWorkload.open(WorkloadConfig.ofSessions(2_000, 1));
                TraceWriter writer = TraceWriter.create(trace)) {
            for (Session session = sessions.next(); session != null; session = sessions.next()) {
                writer.write(session);
            }
            writer.commit();
        }
    }

    @Test
    void twoWorkers_oneOfThemKilled_writeTheBytesOfALocalSweep() throws Exception {
        Path local = sweepHere();
        Path out = directory.resolve("spark.jsonl");
        try (LocalCluster cluster = new LocalCluster(SPARK_HOME, directory, 2);
                LoggedProcess driver = drive(cluster.url(), out)) {
            driver.await(A_QUARTER::equals);

            // The worker, and the executor that it had started.
            assertThat(cluster.killWorker(0)).isGreaterThanOrEqualTo(2);

            driver.await(line -> line.startsWith(CELLS + " cells written"));
            assertThat(driver.exitCode()).isZero();
        }

        assertThat(Files.readAllLines(out)).hasSize(CELLS);
        assertThat(out).hasSameBinaryContentAs(local);
    }

    @Test
    void traceThatNoExecutorCanRead_isToldInOneLine() throws Exception {
        trace = directory.resolve("absent.jsonl");
        try (LocalCluster cluster = new LocalCluster(SPARK_HOME, directory, 1);
                LoggedProcess driver = drive(cluster.url(), directory.resolve("none.jsonl"))) {
            assertThat(driver.await(line -> line.startsWith("agentperf: "))).contains("absent.jsonl");
            assertThat(driver.exitCode()).isEqualTo(2);
        }
    }

    private Path sweepHere() {
        Path out = directory.resolve("local.jsonl");
        List<Cell> cells = Grid.parse(GRID).cells(List.of(trace));
        try (SweepJournal journal = new SweepJournal(out, cells)) {
            new Sweep(2).run(cells, journal::add);
            journal.commit();
        }
        return out;
    }

    private LoggedProcess drive(String url, Path out) throws IOException {
        return LoggedProcess.java(
                SPARK_HOME,
                SPARK_HOME.resolve("jars") + "/*:" + TARGET.resolve("agentperf-spark.jar"),
                "-Dspark.driver.host=127.0.0.1",
                "-Dspark.driver.bindAddress=127.0.0.1",
                "-Dspark.executor.memory=512m",
                "-Dspark.executor.cores=1",
                "-Dspark.cores.max=2",
                "dev.agentperf.spark.cli.Main",
                url,
                grid.toString(),
                out.toString(),
                trace.toString());
    }
}
