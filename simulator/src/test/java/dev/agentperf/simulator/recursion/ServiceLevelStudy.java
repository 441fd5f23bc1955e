package dev.agentperf.simulator.recursion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.recursion.StudiedStock.Outcome;
import dev.agentperf.simulator.trace.Placement;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.SharedTraces;
import dev.agentperf.simulator.trace.TraceFormat;
import dev.agentperf.simulator.trace.TraceOptions;
import dev.agentperf.simulator.trace.TraceScan;
import dev.agentperf.simulator.trace.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code slo:0.99} on every real trace, cold starts of 0.5 s and 5 s, with and without reuse. Not part of the build:
 * {@code mvn -pl simulator -am test -Dtest=ServiceLevelStudy -Dsurefire.failIfNoSpecifiedTests=false} writes
 * {@code simulator/target/studies/service-level.md}.
 *
 * <p>A claim that finds more places empty than its type ever had is cold under every stock that does not exceed what
 * was needed before. Where these claims alone are more than 1.5 %, the trace does not allow the rate to a policy that
 * learns from it.
 */
final class ServiceLevelStudy {
    private static final double LEAST_WARM_RATE = 0.985;
    private static final double MOST_RATIO = 1.1;
    private static final long[] COLD_STARTS = {500_000_000L, 5_000_000_000L};
    private static final Path TABLE = Path.of("target", "studies", "service-level.md");
    private static final List<String> LINES = new ArrayList<>(List.of(
            "| trace | reuse | cold start | claims | reachable | warm rate | mean idle | best fixed | ratio |",
            "|---|---|---|---|---|---|---|---|---|"));

    @Test
    void azureLlm() {
        study("azure-llm-2023", Placement.EVEN, SharedTraces.file("azure-llm-2023/AzureLLMInferenceTrace_code.csv.gz"));
    }

    @ParameterizedTest
    @EnumSource
    void azureFunctions(Placement placement) {
        study(
                "azure-functions-2019 (" + placement.id() + ")",
                placement,
                SharedTraces.file("azure-functions-2019-sample/inv.csv.gz"));
    }

    @Test
    void azureFunctions2021() {
        study(
                "azure-functions-2021",
                Placement.EVEN,
                SharedTraces.file("azure-functions-2021-sample/Azure2021_200.csv"));
    }

    @Test
    void tau2() {
        study("tau2-bench", Placement.EVEN, SharedTraces.tau2().toArray(Path[]::new));
    }

    private static void study(String name, Placement placement, Path... files) {
        TraceOptions options = new TraceOptions(TraceFormat.AUTO, placement, 1);
        TraceScan scan;
        try (SessionStream sessions = Traces.open(List.of(files), options)) {
            scan = TraceScan.of(sessions);
        }
        List<Turnover> turnovers = turnovers();
        List<StudiedStock> stocks = turnovers.stream()
                .map(turnover -> new StudiedStock(PoolPolicy.parse("slo:0.99"), turnover, scan))
                .toList();
        try (SessionStream sessions = Traces.open(List.of(files), options)) {
            for (Session session = sessions.next(); session != null; session = sessions.next()) {
                for (StudiedStock stock : stocks) {
                    stock.accept(session);
                }
            }
        }
        for (int i = 0; i < stocks.size(); i++) {
            judge(name, turnovers.get(i), stocks.get(i).finish());
        }
    }

    private static List<Turnover> turnovers() {
        List<Turnover> turnovers = new ArrayList<>();
        for (long coldStart : COLD_STARTS) {
            turnovers.add(new Turnover(coldStart, false, 0));
            turnovers.add(new Turnover(coldStart, true, 0));
        }
        return turnovers;
    }

    private static void judge(String name, Turnover turnover, Outcome outcome) {
        String line = String.format(
                Locale.ROOT,
                "| %s | %s | %.1f s | %d | %.4f | %.4f | %.1f | %.1f | %.2f |",
                name,
                turnover.reused() ? "reset" : "single use",
                turnover.coldStartNanos() / 1e9,
                outcome.claims(),
                outcome.reachable(),
                outcome.warmRate(),
                outcome.meanIdle(),
                outcome.fixedIdle(),
                outcome.ratio());
        LINES.add(line);
        if (outcome.reachable() >= LEAST_WARM_RATE) {
            assertThat(outcome.warmRate()).as(line).isGreaterThanOrEqualTo(LEAST_WARM_RATE);
            assertThat(outcome.ratio()).as(line).isLessThanOrEqualTo(MOST_RATIO);
        }
    }

    @AfterAll
    static void write() throws IOException {
        Files.createDirectories(TABLE.getParent());
        Files.write(TABLE, LINES);
    }
}
