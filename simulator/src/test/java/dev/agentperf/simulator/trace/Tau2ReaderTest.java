package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.AgentType;
import dev.agentperf.cache.UserTurn;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import org.junit.jupiter.api.Test;

final class Tau2ReaderTest {
    private static final long SECOND = 1_000_000_000L;
    private static final String INFO =
            "'info':{'agent_info':{'implementation':'a','llm':'gpt','llm_args':{'t':0}},'environment_info':{'domain_name':'retail'}}";
    private static final String UTC_NOTE = "trace: its times carry no zone and were read as UTC";

    @Test
    void next_talk_becomesModelAndToolSteps() {
        String messages = message("assistant", 1, "")
                + "," + message("user", 3, "")
                + "," + message("assistant", 5, "'tool_calls':[" + call("c1", "find") + "," + call("c2", "get") + "]")
                + "," + message("tool", 6, "'id':'c1','requestor':'assistant'")
                + "," + message("tool", 8, "'id':'c2'")
                + "," + message("assistant", 9, "'tool_calls':[" + call("c3", "lost") + "]");

        Reading.Result result = read(INFO, simulation("s", 0, 10, messages));

        assertThat(result.sessions()).hasSize(1);
        Session session = result.sessions().get(0);
        assertThat(session.id()).isEqualTo("s");
        assertThat(session.type()).isEqualTo(new AgentType("retail"));
        assertThat(session.durationNanos()).isEqualTo(10 * SECOND);
        assertThat(session.steps())
                .containsExactly(
                        new Step(Kind.LLM, "gpt", SECOND, 0),
                        new Step(Kind.LLM, "gpt", 3 * SECOND, 2 * SECOND),
                        new Step(Kind.TOOL, "find", 5 * SECOND, SECOND),
                        new Step(Kind.TOOL, "get", 5 * SECOND, 3 * SECOND),
                        new Step(Kind.LLM, "gpt", 8 * SECOND, SECOND),
                        new Step(Kind.TOOL, "lost", 9 * SECOND, 0));
        assertThat(result.notes()).containsExactly(UTC_NOTE);
    }

    @Test
    void next_whatWasSaid_isWithTheModelThatSpoke() {
        String messages = said("assistant", 1, "Hi!", "")
                + "," + said("user", 2, "Find my order", "")
                + "," + said("assistant", 3, "Let me look.", "'tool_calls':[" + call("c", "find") + "]")
                + "," + said("tool", 4, "order 7", "'id':'c'")
                + "," + said("assistant", 5, "It is late.", "");

        Reading.Result result = read(INFO, simulation("s", 0, 10, messages));

        assertThat(result.sessions().get(0).steps())
                .containsExactly(
                        new Step(Kind.LLM, "gpt", SECOND, 0, new UserTurn("", "find order")),
                        new Step(Kind.LLM, "gpt", 2 * SECOND, SECOND),
                        new Step(Kind.TOOL, "find", 3 * SECOND, SECOND),
                        new Step(Kind.LLM, "gpt", 4 * SECOND, SECOND, new UserTurn("late", "")));
    }

    /** The user restarted, and then told of it: who guesses the restart must not know what was told. */
    @Test
    void next_whatTheUserSaysAfterACall_isNotKnownBeforeIt() {
        String messages = said("assistant", 1, "Please restart", "")
                + "," + said("user", 2, "Wait", "'tool_calls':[{'id':'u','name':'restart','requestor':'user'}]")
                + "," + said("tool", 3, "done", "'id':'u'")
                + "," + said("user", 4, "It works", "");

        Reading.Result result = read(INFO, simulation("s", 0, 10, messages));

        assertThat(result.sessions().get(0).steps())
                .containsExactly(
                        new Step(Kind.LLM, "gpt", SECOND, 0, new UserTurn("please restart", "")),
                        new Step(Kind.TOOL, "restart", 2 * SECOND, SECOND));
    }

    @Test
    void next_textOfAnotherForm_isPassedOver() {
        String message = "{'role':'user','content':[{'type':'text','text':'Hello'}],'timestamp':" + time(1) + "}";

        assertThat(read(INFO, simulation("s", 0, 10, message)).sessions().get(0).steps())
                .isEmpty();
    }

    @Test
    void next_callsOfTheSimulatedUser_areStepsAndCounted() {
        String messages = message("user", 1, "'tool_calls':[{'id':'u','name':'reboot','requestor':'user'}]") + ","
                + message("tool", 2, "'id':'u','requestor':'user'");

        Reading.Result result = read(INFO, simulation("s", 0, 10, messages));

        assertThat(result.sessions().get(0).steps()).containsExactly(new Step(Kind.TOOL, "reboot", SECOND, SECOND));
        assertThat(result.notes()).anyMatch(note -> note.startsWith("trace: 1 tool calls were made by the simulated"));
    }

    @Test
    void next_infoAfterTheSimulations_stillGivesTheType() {
        Reading.Result result = Reading.all(
                json("{'tasks':[],'simulations':[" + simulation("s", 0, 1, "") + "],'later':[{}]," + INFO + "}"));

        assertThat(result.sessions()).extracting(Session::type).containsExactly(new AgentType("retail"));
    }

    @Test
    void next_noDomain_hasDefaultTypeAndANote() {
        Reading.Result result = read("'info':{}", simulation("s", 0, 1, ""));

        assertThat(result.sessions()).extracting(Session::type).containsExactly(AgentType.DEFAULT);
        assertThat(result.notes()).contains("trace: 1 sessions carry no domain and got type default");
    }

    @Test
    void next_simulationsInAnyOrder_comeByStart() {
        Reading.Result result = read(
                INFO,
                simulation("late", 5, 6, "") + "," + simulation("early", 1, 9, "") + "," + simulation("tie", 5, 5, ""));

        assertThat(result.sessions()).extracting(Session::id).containsExactly("early", "late", "tie");
    }

    @Test
    void next_messagesWithoutTimes_meanAPlaceholderStart() {
        Reading.Result result = read(
                INFO,
                simulation("s", 0, 10, "{'role':'assistant','timestamp':null},{'role':'user'}") + ","
                        + simulation("t", 0, 10, message("user", 1, "")));

        assertThat(result.sessions()).extracting(Session::id).containsExactly("t");
        assertThat(result.notes()).anyMatch(note -> note.startsWith("trace: 1 simulations carry no message times"));
    }

    @Test
    void next_oneMessageWithoutTime_losesItsCallsAndSaysSo() {
        Reading.Result result = read(
                INFO,
                simulation(
                        "s",
                        0,
                        10,
                        message("user", 1, "") + ",{'role':'assistant','tool_calls':[" + call("c", "find") + "]}"));

        assertThat(result.sessions().get(0).steps()).isEmpty();
        assertThat(result.notes())
                .contains(
                        "trace: 1 messages carry no time and were left out",
                        "trace: 1 tool calls carry no time and were left out");
    }

    @Test
    void next_noStart_isLeftOutAndCounted() {
        Reading.Result result = read(INFO, "{'id':'s','end_time':'1970-01-01T00:00:00','messages':null}");

        assertThat(result.sessions()).isEmpty();
        assertThat(result.notes()).contains("trace: 1 simulations carry no start or no end and were left out");
    }

    @Test
    void next_messageOutsideTheSession_isLeftOutAndCounted() {
        Reading.Result result = read(INFO, simulation("s", 5, 6, message("assistant", 9, "")));

        assertThat(result.sessions().get(0).steps()).isEmpty();
        assertThat(result.notes()).anyMatch(note -> note.startsWith("trace: 1 steps lie outside"));
    }

    @Test
    void next_bundledAnswers_endTheirCalls() {
        String messages = message("assistant", 1, "'tool_calls':[" + call("c", "find") + "]") + ","
                + "{'role':'tool','tool_messages':[" + message("tool", 3, "'id':'c'") + "]}";

        Reading.Result result = read(INFO, simulation("s", 0, 10, messages));

        assertThat(result.sessions().get(0).steps()).contains(new Step(Kind.TOOL, "find", SECOND, 2 * SECOND));
    }

    @Test
    void next_endBeforeStart_namesTheSimulation() {
        assertThatThrownBy(() -> read(INFO, simulation("s", 5, 4, "")))
                .isInstanceOf(TraceException.class)
                .hasMessage("trace: simulation \"s\" ends at 1970-01-01T00:00:04Z before it starts at"
                        + " 1970-01-01T00:00:05Z");
    }

    @Test
    void next_jsonCutInTheMiddle_namesTheLine() {
        assertThatThrownBy(() -> Reading.all(json("{" + INFO + ",\n'tasks':[],\n'simulations':[{'id':")))
                .isInstanceOf(TraceException.class)
                .hasMessage("trace:3: JSON ends early, expected a whole document");
    }

    @Test
    void next_badTime_namesTheLine() {
        assertThatThrownBy(() -> Reading.all(json("{" + INFO + ",\n'simulations':[{'start_time':'noon'}]}")))
                .isInstanceOf(TraceException.class)
                .hasMessage("trace:2: \"noon\" is not a decimal number of seconds");
    }

    @Test
    void next_noSimulations_saysWhatWasExpected() {
        assertThatThrownBy(() -> Reading.all(json("{" + INFO + ",'tasks':[]}")))
                .isInstanceOf(TraceException.class)
                .hasMessage("trace: has no simulations, expected a tau2-bench result");
    }

    private static Reading.Result read(String info, String simulations) {
        return Reading.all(json("{" + info + ",'simulations':[" + simulations + "]}"));
    }

    private static String simulation(String id, int start, int end, String messages) {
        return "{'id':'" + id + "','messages':[" + messages + "],'start_time':" + time(start) + ",'end_time':"
                + time(end) + ",'reward_info':{'reward':1.0}}";
    }

    private static String message(String role, int second, String more) {
        return said(role, second, "...", more);
    }

    private static String said(String role, int second, String content, String more) {
        return "{'role':'" + role + "','content':'" + content + "','timestamp':" + time(second)
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private static String call(String id, String name) {
        return "{'id':'" + id + "','name':'" + name + "','arguments':{'a':[1]},'requestor':'assistant'}";
    }

    private static String time(int second) {
        return "'1970-01-01T00:00:%02d'".formatted(second);
    }

    private static String json(String quotedWithApostrophes) {
        return quotedWithApostrophes.replace('\'', '"');
    }
}
