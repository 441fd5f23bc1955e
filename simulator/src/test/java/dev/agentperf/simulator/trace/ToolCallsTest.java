package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ToolCallsTest {
    private static Session session(String id, long start, Step... steps) {
        return new Session(id, AgentType.REACT, start, start + 1_000, List.of(steps), null);
    }

    private static Step tool(String name, long at, long duration) {
        return new Step(Kind.TOOL, name, at, duration);
    }

    private static List<String> calls(Session... sessions) {
        ToolCalls calls = new ToolCalls(SessionStream.of(List.of(sessions)));
        List<String> found = new ArrayList<>();
        for (Session call = calls.next(); call != null; call = calls.next()) {
            found.add(call.id() + " " + call.type() + " " + call.startNanos() + "-" + call.endNanos());
        }
        assertThat(calls.notes().get(0)).startsWith("each of the " + found.size() + " tool calls");
        return found;
    }

    @Test
    void callsOfSessionsThatOverlap_comeByTime_andOfOneTimeByTheirOrder() {
        List<String> calls = calls(
                session("a", 0, tool("search", 10, 5), new Step(Kind.LLM, "gpt", 20, 5), tool("read", 300, 0)),
                session("b", 100, tool("read", 50, 7), tool("read", 200, 1)));

        assertThat(calls).containsExactly("a search 10-15", "b read 150-157", "a read 300-300", "b read 300-301");
    }

    @Test
    void sessionsWithoutTools_callNone() {
        assertThat(calls(session("a", 0), session("b", 5, new Step(Kind.LLM, "gpt", 1, 1))))
                .isEmpty();
    }

    @Test
    void toolWhoseNameIsNoType_hasOneAllTheSame() {
        String long300 = "x".repeat(300);

        String emoji = "x" + "\uD83D\uDE00".repeat(200);

        assertThat(calls(session("a", 0, tool(" ", 1, 1), tool(long300, 2, 1), tool(emoji, 3, 1))))
                .containsExactly(
                        "a default 1-2", "a " + "x".repeat(256) + " 2-3", "a x" + "\uD83D\uDE00".repeat(127) + " 3-4");
    }
}
