package dev.agentperf.simulator.recursion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.replay.ReplayConfig;
import dev.agentperf.simulator.replay.Replays;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceOptions;
import dev.agentperf.simulator.trace.TraceScan;
import dev.agentperf.simulator.trace.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The counts of the engine on every real trace from its first session to its last, under every policy that decides for
 * each type alone: {@code -Dagentperf.traces=FOLDER} says where they are, and without it nothing is run here.
 */
final class WholeTracesIT {
    private static final Duration COLD = Duration.ofMillis(500);
    private static final List<PoolPolicy> POLICIES = Stream.of(
                    "fixed:0",
                    "fixed:10",
                    "keepalive:3s",
                    "keepalive:10m",
                    "hybrid",
                    "breakeven:300",
                    "hazard:300",
                    "adaptive:300",
                    "slo:0.99")
            .map(PoolPolicy::parse)
            .toList();

    @ParameterizedTest
    @CsvSource({
        "azure-functions-2019-sample/inv.csv.gz, SINGLE_USE",
        "azure-functions-2019-sample/inv.csv.gz, RESET",
        "azure-functions-2021-sample, SINGLE_USE",
        "azure-functions-2021-sample, RESET",
        "azure-llm-2023, SINGLE_USE",
        "azure-llm-2023, RESET",
        "tau2-bench, SINGLE_USE",
        "tau2-bench, RESET",
        "otel-open-agent-traces/test-traces.json, SINGLE_USE",
        "otel-open-agent-traces/test-traces.json, RESET"
    })
    void columns_countAsTheEngine(String name, Reuse reuse) throws IOException {
        List<Path> files = files(name);
        Supplier<SessionStream> open = () -> Traces.open(files, TraceOptions.defaults());
        TraceScan scan;
        try (SessionStream sessions = open.get()) {
            scan = TraceScan.of(sessions);
        }
        TraceColumns columns;
        try (SessionStream sessions = open.get()) {
            columns = TraceColumns.of(sessions);
        }

        List<PolicyRun> runs = new Replays(new ReplayConfig(POLICIES, COLD, Duration.ZERO, reuse, 1), arrived -> {})
                .run(open, scan)
                .runs();

        Turnover turnover = new Turnover(COLD.toNanos(), reuse == Reuse.RESET, 0);
        for (int i = 0; i < POLICIES.size(); i++) {
            QuickReplay quick = new QuickReplay(POLICIES.get(i), turnover, scan);
            quick.accept(columns);
            assertSame(quick.finish(), runs.get(i));
        }
    }

    private static void assertSame(QuickRun quick, PolicyRun run) {
        assertThat(quick.claims()).as(run.policy()).isEqualTo(run.claims());
        assertThat(quick.warmStarts()).as(run.policy()).isEqualTo(run.warmStarts());
        assertThat(quick.coldStarts()).as(run.policy()).isEqualTo(run.coldStarts());
        assertThat(quick.idleSeconds()).as(run.policy()).isCloseTo(run.idleSeconds(), withPercentage(1e-6));
    }

    /** Returns a trace's file, or all of a folder. */
    private static List<Path> files(String name) throws IOException {
        String folder = System.getProperty("agentperf.traces");
        assumeTrue(folder != null, "not run: -Dagentperf.traces=FOLDER says where the real traces are");
        Path path = Path.of(folder, name);
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(entry -> !entry.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
