package dev.agentperf.simulator.recursion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.ContainerCosts;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.pool.policy.TypePolicy;
import dev.agentperf.simulator.replay.ReplayConfig;
import dev.agentperf.simulator.replay.Replays;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.SharedTraces;
import dev.agentperf.simulator.trace.TraceOptions;
import dev.agentperf.simulator.trace.TraceScan;
import dev.agentperf.simulator.trace.Traces;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The counts of the engine on real traces. */
final class QuickReplayTest {
    private static final Duration COLD = Duration.ofMillis(500);

    /** Of the long trace, so many: its first hour. */
    private static final int MOST_SESSIONS = 200_000;

    private static final List<PoolPolicy> POLICIES = List.of(
            PoolPolicy.fixed(0),
            PoolPolicy.fixed(1),
            PoolPolicy.fixed(10),
            PoolPolicy.keepAlive(Duration.ofSeconds(3)),
            PoolPolicy.keepAlive(Duration.ofMinutes(10)),
            PoolPolicy.parse("slo:0.99"),
            PoolPolicy.parse("slo:0.9:min=2:max=20"));

    @ParameterizedTest
    @EnumSource
    void azureLlm(Reuse reuse) {
        assertSameCounts(List.of(SharedTraces.file("azure-llm-2023/AzureLLMInferenceTrace_code.csv.gz")), reuse);
    }

    @ParameterizedTest
    @EnumSource
    void azureFunctions(Reuse reuse) {
        assertSameCounts(List.of(SharedTraces.file("azure-functions-2019-sample/inv.csv.gz")), reuse);
    }

    @ParameterizedTest
    @EnumSource
    void azureFunctions2021(Reuse reuse) {
        assertSameCounts(List.of(SharedTraces.file("azure-functions-2021-sample/Azure2021_200.csv")), reuse);
    }

    @ParameterizedTest
    @EnumSource
    void tau2(Reuse reuse) {
        assertSameCounts(SharedTraces.tau2(), reuse);
    }

    @ParameterizedTest
    @EnumSource
    void openTelemetry(Reuse reuse) {
        assertSameCounts(List.of(SharedTraces.file("otel-open-agent-traces/test-traces.json")), reuse);
    }

    @Test
    void policyThatIsNotKnownHere_isRefused() {
        PoolPolicy shared = new PoolPolicy() {
            @Override
            public String name() {
                return "greedydual:1";
            }

            @Override
            public TypePolicy forType(AgentType type, ContainerCosts costs) {
                return nowNanos -> 0;
            }
        };
        Turnover turnover = new Turnover(1, false, 0);
        TraceScan scan = TraceScan.of(SessionStream.of(List.of()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuickReplay(shared, turnover, scan))
                .withMessage("policy must decide for each type alone, was greedydual:1");
    }

    private static void assertSameCounts(List<Path> files, Reuse reuse) {
        List<Session> sessions = read(files);
        TraceScan scan = TraceScan.of(SessionStream.of(sessions));
        ReplayConfig config = new ReplayConfig(POLICIES, COLD, Duration.ZERO, reuse, 1);

        List<PolicyRun> runs = new Replays(config, arrived -> {})
                .run(() -> SessionStream.of(sessions), scan)
                .runs();

        for (int i = 0; i < POLICIES.size(); i++) {
            QuickReplay quick =
                    new QuickReplay(POLICIES.get(i), new Turnover(COLD.toNanos(), reuse == Reuse.RESET, 0), scan);
            quick.accept(sessions);
            assertSame(quick.finish(), runs.get(i));
        }
    }

    private static void assertSame(QuickRun quick, PolicyRun run) {
        assertThat(quick.policy()).isEqualTo(run.policy());
        assertThat(quick.claims()).as(run.policy()).isEqualTo(run.claims());
        assertThat(quick.warmStarts()).as(run.policy()).isEqualTo(run.warmStarts());
        assertThat(quick.coldStarts()).as(run.policy()).isEqualTo(run.coldStarts());
        assertThat(quick.idleSeconds()).as(run.policy()).isCloseTo(run.idleSeconds(), withPercentage(1e-6));
        assertThat(quick.idleMbSeconds()).as(run.policy()).isCloseTo(run.idleMbSeconds(), withPercentage(1e-6));
    }

    private static List<Session> read(List<Path> files) {
        List<Session> sessions = new ArrayList<>();
        try (SessionStream stream = Traces.open(files, TraceOptions.defaults())) {
            Session session = stream.next();
            while (session != null && sessions.size() < MOST_SESSIONS) {
                sessions.add(session);
                session = stream.next();
            }
        }
        return sessions;
    }
}
