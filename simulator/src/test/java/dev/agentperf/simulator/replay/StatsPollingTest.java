package dev.agentperf.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.engine.FaultPlan;
import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.simulator.replay.StatsPolling.Questions;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceScan;
import dev.agentperf.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that are counted against questions that are asked. */
final class StatsPollingTest {
    private static final Duration COLD_START = Duration.ofSeconds(2);
    private static final World IDEAL = World.ideal(COLD_START);

    @Test
    void firstQuestions_giveTheFiguresOfAskingEverySecond() {
        assertSameFigures(Questions.FIRST, sessions(), Reuse.SINGLE_USE, IDEAL);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 250_000_000, 1_000_000_000})
    void fewQuestions_giveTheFiguresOfAskingEverySecond(long unitNanos) {
        // Times in whole seconds make sessions end at the very beat.
        List<Session> sessions =
                sessions().stream().map(session -> inUnits(session, unitNanos)).toList();

        assertSameFigures(Questions.FEW, sessions, Reuse.RESET, IDEAL);
    }

    @ParameterizedTest
    @EnumSource
    void fewQuestions_whereContainersDie_giveTheFiguresOfAskingEverySecond(Reuse reuse) {
        World deadly = new World(IDEAL.starts(), IDEAL.hosts(), new FaultPlan.Rates(0.01, 0, 0, 0.01, 0.3));

        assertSameFigures(Questions.FEW, sessions(), reuse, deadly);
    }

    private static void assertSameFigures(Questions questions, List<Session> sessions, Reuse reuse, World world) {
        ReplayConfig config = new ReplayConfig(
                        List.of(PoolPolicy.parse("keepalive:1m")), COLD_START, Duration.ZERO, reuse, 1)
                .in(world);

        PolicyRun fewer = replay(sessions, config, questions);
        PolicyRun asked = replay(sessions, config, Questions.ALL);

        assertThat(fewer.stats()).isEqualTo(asked.stats());
        assertThat(fewer.stats().asked()).isGreaterThan(100_000);
        assertThat(fewer.stats().sent()).isGreaterThan(100);
    }

    private static Session inUnits(Session session, long unitNanos) {
        return new Session(
                session.id(),
                session.type(),
                session.startNanos() / unitNanos * unitNanos,
                session.endNanos() / unitNanos * unitNanos,
                session.steps(),
                session.usage());
    }

    private static PolicyRun replay(List<Session> sessions, ReplayConfig config, Questions questions) {
        Replay replay =
                new Replay(config.policies().get(0), config, TraceScan.of(SessionStream.of(sessions)), questions);
        replay.accept(sessions);
        return replay.finish();
    }

    /* Minutes long, so that a feed that nobody asks for would be closed and opened again. */
    private static List<Session> sessions() {
        List<Session> sessions = new ArrayList<>();
        try (SessionStream stream = ArrivalStream.poisson(new RandomStreams(5).stream("a"), 2_000, 0.05, 120)) {
            for (Session next = stream.next(); next != null; next = stream.next()) {
                sessions.add(next);
            }
        }
        return sessions;
    }
}
