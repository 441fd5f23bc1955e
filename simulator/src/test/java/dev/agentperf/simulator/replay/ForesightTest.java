package dev.agentperf.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.result.SimulationResult;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.ToolCalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An agent every hour: its model answers for four seconds and calls the one tool, for no time. At a price of one, a
 * container of 268 MB is worth keeping for 3.7 times its start, which is never until the next hour.
 */
final class ForesightTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int AGENTS = 40;
    private static final int LEARNED_FROM = 5;

    private static SessionStream agents() {
        List<Session> sessions = new ArrayList<>();
        for (long agent = 0; agent < AGENTS; agent++) {
            sessions.add(new Session(
                    "s" + agent,
                    AgentType.REACT,
                    agent * 3_600 * SECOND,
                    agent * 3_600 * SECOND + 5 * SECOND,
                    List.of(new Step(Kind.LLM, "model", 0, 4 * SECOND), new Step(Kind.TOOL, "search", 4 * SECOND, 0)),
                    null));
        }
        return SessionStream.of(sessions);
    }

    private static PolicyRun replay(Hints hints, Duration coldStart, Reuse reuse) {
        return result(hints, coldStart, reuse).runs().get(0);
    }

    private static SimulationResult result(Hints hints, Duration coldStart, Reuse reuse) {
        ReplayConfig config =
                new ReplayConfig(List.of(PoolPolicy.parse("hazard:1")), coldStart, Duration.ZERO, reuse, 1, 1);
        return new Replays(config, arrived -> {}, hints, ForesightTest::agents).run(() -> new ToolCalls(agents()));
    }

    @ParameterizedTest
    @CsvSource({
        // Known four seconds ahead when the model begins, two when half of its answer is there.
        "NONE, 1000, SINGLE_USE, 40",
        "PREDICTED, 1000, SINGLE_USE, 5",
        "PREDICTED, 3900, SINGLE_USE, 5",
        "PREDICTED, 4500, SINGLE_USE, 40",
        "STREAMED, 1000, SINGLE_USE, 5",
        "STREAMED, 1900, RESET, 5",
        "STREAMED, 2500, SINGLE_USE, 40",
        "STREAMED, 2500, RESET, 40"
    })
    void coldStart_isHidden_whereItIsShorterThanWhatIsKnownAhead(
            Hints hints, long coldMillis, Reuse reuse, long coldStarts) {
        PolicyRun run = replay(hints, Duration.ofMillis(coldMillis), reuse);

        assertThat(run.claims()).isEqualTo(AGENTS);
        assertThat(run.coldStarts()).isEqualTo(coldStarts);
    }

    @Test
    void whatIsToldAndMade_isCounted() {
        PolicyRun run = replay(Hints.STREAMED, Duration.ofSeconds(1), Reuse.RESET);

        assertThat(run.foreseen())
                .isEqualTo(new PolicyRun.Foreseen(AGENTS - LEARNED_FROM, AGENTS - LEARNED_FROM, AGENTS - LEARNED_FROM));
        assertThat(replay(Hints.NONE, Duration.ofSeconds(1), Reuse.RESET).foreseen())
                .isNull();
    }

    @Test
    void whatIsTold_isAmongWhatTheResultTakesAsGiven() {
        assertThat(result(Hints.STREAMED, Duration.ofSeconds(1), Reuse.RESET).assumptions())
                .contains(
                        "The pool is told the tool that a model calls, when half of its answer is there; when the call"
                                + " comes, from how long earlier answers took.");
        assertThat(result(Hints.NONE, Duration.ofSeconds(1), Reuse.RESET).assumptions())
                .noneMatch(line -> line.startsWith("The pool is told"));
    }

    @Test
    void sameTrace_givesTheSameResult() {
        PolicyRun once = replay(Hints.PREDICTED, Duration.ofSeconds(1), Reuse.RESET);
        PolicyRun again = replay(Hints.PREDICTED, Duration.ofSeconds(1), Reuse.RESET);

        assertThat(again)
                .usingRecursiveComparison()
                .ignoringFields("wallSeconds")
                .isEqualTo(once);
    }
}
