package dev.agentperf.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import dev.agentperf.simulator.trace.SessionStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Replays worked by hand. */
final class ReplayTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void fixed_singleUse_handWorked() {
        // One container stands ready; a cold start takes 2 s. Claims at 10 (warm), 11 (its replacement is due at 12:
        // cold),
        // 12 (warm: the replacement), 20 (warm).
        PolicyRun run = run("fixed:1", Reuse.SINGLE_USE, at(10, 1), at(11, 1), at(12, 1), at(20, 5));

        assertThat(run.claims()).isEqualTo(4);
        assertThat(run.warmStarts()).isEqualTo(3);
        assertThat(run.coldStarts()).isEqualTo(1);
        assertThat(run.startMs().max()).isEqualTo(2_000);
        assertThat(run.startMs().p50()).isZero();
        // Ready and unused: from 14 (replacement of the claim at 12) to 20, and from 22 to the end at 25.
        assertThat(run.idleSeconds()).isEqualTo(6 + 3);
        assertThat(run.meanIdle()).isEqualTo(9.0 / 15);
        assertThat(run.idleMbSeconds()).isCloseTo(9 * 268.435456, offset(1e-6));
        // The first one, three replacements, one for the cold claim.
        assertThat(run.containersCreated()).isEqualTo(5);
        assertThat(run.containersRetired()).isEqualTo(4);
    }

    @Test
    void keepAlive_reset_handWorked() {
        // Kept for 10 s after each use. Claims at 0 (cold, in use from 2 to 3), 5 (warm, to 6), 17 (cold: it was kept
        // to 16).
        PolicyRun run = run("keepalive:10s", Reuse.RESET, at(0, 1), at(5, 1), at(17, 1));

        assertThat(run.warmStarts()).isEqualTo(1);
        assertThat(run.coldStarts()).isEqualTo(2);
        // 3 to 5, and 6 to 16; the container of the last claim is ready when the trace has ended at 18.
        assertThat(run.idleSeconds()).isEqualTo(2 + 10);
    }

    @Test
    void toolSteps_lookUpInTheToolCache() {
        List<Step> steps = List.of(
                new Step(Kind.LLM, "model", 0, SECOND),
                new Step(Kind.TOOL, "search", SECOND, 0),
                new Step(Kind.TOOL, "search", 2 * SECOND, 0),
                new Step(Kind.TOOL, "book", 3 * SECOND, 0));
        Session session = new Session("s", AgentType.REACT, 0, 10 * SECOND, steps, null);

        PolicyRun run = run("fixed:1", Reuse.SINGLE_USE, session);

        assertThat(run.toolCache()).isEqualTo(new PolicyRun.ToolCache(3, 1, 1.0 / 3));
    }

    @Test
    void stats_askedOnceASecond_areSentOncePerContainer() {
        PolicyRun run = run("fixed:1", Reuse.SINGLE_USE, at(0, 100));

        assertThat(run.stats().asked()).isBetween(99L, 101L);
        assertThat(run.stats().sent()).isEqualTo(1);
    }

    @Test
    void sameTraceAndSeed_giveTheSameResult() {
        ReplayConfig config = config("fixed:3", Reuse.SINGLE_USE);

        PolicyRun first = poissonRun(config);
        PolicyRun second = poissonRun(config);

        assertThat(first)
                .usingRecursiveComparison()
                .ignoringFields("wallSeconds")
                .isEqualTo(second);
    }

    private static PolicyRun poissonRun(ReplayConfig config) {
        return new Replays(config, sessions -> {})
                .run(() -> ArrivalStream.poisson(new RandomStreams(3).stream("a"), 5_000, 2, 20))
                .runs()
                .get(0);
    }

    private static Session at(long startSeconds, long seconds) {
        return new Session(
                "", AgentType.DEFAULT, startSeconds * SECOND, (startSeconds + seconds) * SECOND, List.of(), null);
    }

    private static PolicyRun run(String policy, Reuse reuse, Session... sessions) {
        return new Replays(config(policy, reuse), arrived -> {})
                .run(() -> SessionStream.of(List.of(sessions)))
                .runs()
                .get(0);
    }

    private static ReplayConfig config(String policy, Reuse reuse) {
        return new ReplayConfig(List.of(PoolPolicy.parse(policy)), Duration.ofSeconds(2), Duration.ZERO, reuse, 1);
    }
}
