package dev.agentperf.simulator.replay;

import static dev.agentperf.cache.ExecutionPatterns.USER_TURN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.cache.UserTurn;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SessionPatternsTest {
    @Test
    void modelCallsTool_isTheToolAlone() {
        assertThat(of(model(0, 1_000), tool("search", 1_000), tool("read", 1_010)))
                .containsExactly("search", "read");
    }

    @Test
    void modelAfterModel_hadTheUserBetween() {
        assertThat(of(model(0, 1_000), model(3_000, 1_000), tool("search", 4_000)))
                .containsExactly(USER_TURN, "search");
    }

    /** The model spoke, and two seconds later the user called a tool. */
    @Test
    void toolLongAfterTheModel_isTheUsers() {
        assertThat(of(model(0, 1_000), tool("restart", 3_000))).containsExactly(USER_TURN, "restart");
    }

    @Test
    void modelOfUnknownDuration_callsWhatFollows() {
        assertThat(of(model(0, 0), tool("search", 4_000), model(5_000, 0))).containsExactly("search", USER_TURN);
    }

    @Test
    void whatWasSaid_standsInItsTurn() {
        UserTurn turn = new UserTurn("Which order?", "the last");
        Step spoken = new Step(Kind.LLM, "model", 0, 1_000_000_000, turn);

        assertThat(of(spoken, model(3_000, 1_000), tool("cancel", 4_000))).containsExactly(turn.asStep(), "cancel");
        assertThat(of(spoken, tool("restart", 1_001))).containsExactly(turn.asStep(), "restart");
    }

    private static List<String> of(Step... steps) {
        return SessionPatterns.of(new Session("s", AgentType.REACT, 0, 60_000_000_000L, List.of(steps), null));
    }

    private static Step model(long atMillis, long millis) {
        return new Step(Kind.LLM, "model", atMillis * 1_000_000, millis * 1_000_000);
    }

    private static Step tool(String name, long atMillis) {
        return new Step(Kind.TOOL, name, atMillis * 1_000_000, 0);
    }
}
