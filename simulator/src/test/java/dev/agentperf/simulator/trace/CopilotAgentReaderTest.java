package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On lines made after the published schema: no file of the data set was at hand. */
final class CopilotAgentReaderTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    @Test
    void next_turns_becomeModelAndToolSteps() {
        Reading.Result result = Reading.all("""
                {"session_id":"s","date":"2026-01-01","turns":[{"turn_id":1,"llm_calls":[{"message_id":"m",\
                "timestamp":"1970-01-01T00:00:10Z","duration_ms":1500,"initiator_type":"user","model":"gpt-5",\
                "tokens":{"prompt":10}}],"tool_batches":[{"timestamp":"1970-01-01T00:00:12Z","duration_ms":900,\
                "function_calls":[{"name":"grep","status":1,"duration_ms":250.5},\
                {"name":"edit","status":2,"duration_ms":900}]}]}]}
                """);

        assertThat(result.sessions())
                .containsExactly(new Session(
                        "s",
                        AgentType.DEFAULT,
                        10 * SECOND,
                        12_900 * MILLI,
                        List.of(
                                new Step(Kind.LLM, "gpt-5", 0, 1_500 * MILLI),
                                new Step(Kind.TOOL, "grep", 2 * SECOND, 250_500_000),
                                new Step(Kind.TOOL, "edit", 2 * SECOND, 900 * MILLI)),
                        null));
        assertThat(result.notes())
                .containsExactly(
                        "trace: 1 tool calls failed and are steps all the same",
                        "trace: 1 sessions carry no type and got type default");
    }

    @Test
    void next_linesInAnyOrder_comeByStart() {
        List<Session> sessions = Reading.sessions(line("late", "1750000009"), line("early", "1750000001"));

        assertThat(sessions).extracting(Session::id).containsExactly("early", "late");
    }

    @Test
    void next_epochMilliseconds_areToldBySize() {
        List<Session> sessions = Reading.sessions(line("s", "1750000001500"), line("t", "\"1750000001.5\""));

        assertThat(sessions).extracting(Session::startNanos).containsOnly(1_750_000_001_500_000_000L);
    }

    @Test
    void next_noTimeAtAll_isLeftOutAndCounted() {
        Reading.Result result = Reading.all(
                "{\"session_id\":\"s\",\"turns\":[{\"llm_calls\":[{\"model\":\"m\"}],\"tool_batches\":null}]}");

        assertThat(result.sessions()).isEmpty();
        assertThat(result.notes())
                .containsExactly(
                        "trace: 1 model calls carry no time and were left out",
                        "trace: 1 sessions carry no time at all and were left out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'session_id':'s','turns':[{'llm_calls':[{'timestamp':1,'duration_ms':-5}]}]} | duration_ms must not be negative, was -5",
                "{'session_id':'s','turns':[{'llm_calls':[{'timestamp':'noon'}]}]} | \"noon\" is not a decimal number of seconds",
                "{'session_id':'s','turns':{}} | turns is an object, expected an array",
                "{'session_id':'s','turns':[7]} | element of turns is a number, expected an object",
                "{'session_id':'s','turns':[{ | JSON ends early, expected a whole document"
            })
    void next_badLine_namesFileLineAndRule(String line, String expected) {
        assertThatThrownBy(() -> Reading.sessions(line("s", "1"), line.replace('\'', '"')))
                .isInstanceOf(TraceException.class)
                .hasMessage("trace:2: " + expected);
    }

    @Test
    void next_gzip_isUnpacked() {
        Reading.Result result = Reading.all(Reading.gzip(line("s", "1")), TraceOptions.defaults());

        assertThat(result.sessions()).hasSize(1);
    }

    private static String line(String id, String timestamp) {
        return "{\"session_id\":\"" + id + "\",\"turns\":[{\"llm_calls\":[{\"timestamp\":" + timestamp
                + ",\"duration_ms\":1,\"model\":\"m\"}]}]}";
    }
}
