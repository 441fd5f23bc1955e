package dev.agentperf.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.simulator.replay.StatsPolling.Questions;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceScan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Questions that are counted against questions that are asked. */
final class StatsPollingTest {
    private static final ReplayConfig CONFIG = new ReplayConfig(
            List.of(PoolPolicy.parse("keepalive:1m")), Duration.ofSeconds(2), Duration.ZERO, Reuse.SINGLE_USE, 1);

    @Test
    void firstQuestions_giveTheFiguresOfAskingEverySecond() {
        List<Session> sessions = sessions();

        PolicyRun first = replay(sessions, Questions.FIRST);
        PolicyRun asked = replay(sessions, Questions.ALL);

        assertThat(first.stats()).isEqualTo(asked.stats());
        assertThat(first.stats().asked()).isGreaterThan(100_000);
        assertThat(first.stats().sent()).isGreaterThan(1_000);
    }

    private static PolicyRun replay(List<Session> sessions, Questions questions) {
        Replay replay =
                new Replay(CONFIG.policies().get(0), CONFIG, TraceScan.of(SessionStream.of(sessions)), questions);
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
