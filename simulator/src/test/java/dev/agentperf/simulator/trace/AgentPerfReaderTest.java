package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.AgentType;
import dev.agentperf.cache.UserTurn;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import dev.agentperf.simulator.trace.Session.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AgentPerfReaderTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void next_fullLine_mapsEveryField() {
        List<Session> sessions =
                Reading.sessions("{\"session\":\"s1\",\"type\":\"react\",\"start\":\"1970-01-01T00:00:10Z\","
                        + "\"end\":\"1970-01-01T00:00:20.5Z\",\"steps\":[{\"at\":0.5,\"kind\":\"llm\",\"name\":\"m\",\"duration\":1.25},"
                        + "{\"at\":\"2\",\"kind\":\"tool\",\"name\":\"search\",\"duration\":0.1}],"
                        + "\"usage\":{\"cpuSeconds\":1.5,\"memoryMb\":256,\"durationSeconds\":10.5}}");

        assertThat(sessions)
                .containsExactly(new Session(
                        "s1",
                        AgentType.REACT,
                        10 * SECOND,
                        20_500_000_000L,
                        List.of(
                                new Step(Kind.LLM, "m", SECOND / 2, 1_250_000_000L),
                                new Step(Kind.TOOL, "search", 2 * SECOND, SECOND / 10)),
                        new Usage(1.5, 256, 10.5)));
    }

    @Test
    void next_onlyStartAndEnd_hasDefaultsAndANote() {
        Reading.Result result = Reading.all("{\"start\":1,\"end\":\"2.5\"}\n{\"start\":1,\"end\":1,\"type\":null}");

        assertThat(result.sessions())
                .containsExactly(
                        new Session("", AgentType.DEFAULT, SECOND, 2_500_000_000L, List.of(), null),
                        new Session("", AgentType.DEFAULT, SECOND, SECOND, List.of(), null));
        assertThat(result.notes()).containsExactly("trace: 2 sessions carry no type and got type default");
    }

    @Test
    void next_unknownFields_areIgnored() {
        List<Session> sessions =
                Reading.sessions("{\"extra\":{\"deep\":[1,{\"a\":null}]},\"start\":1,\"end\":2,\"usage\":{\"gpu\":[1]},"
                        + "\"steps\":[{\"x\":{},\"at\":0,\"kind\":\"tool\",\"result\":[[]]}]}");

        assertThat(sessions).hasSize(1);
        assertThat(sessions.get(0).steps()).containsExactly(new Step(Kind.TOOL, "", 0, 0));
    }

    @Test
    void next_epochSecondsWithNineDecimals_loseNothing() {
        List<Session> sessions = Reading.sessions("{\"start\":1690670535.699352001,\"end\":1690670535.699352002}");

        assertThat(sessions.get(0).startNanos()).isEqualTo(1_690_670_535_699_352_001L);
        assertThat(sessions.get(0).durationNanos()).isEqualTo(1);
    }

    @Test
    void next_stepsWrittenWhenTheyEnd_comeByTime() {
        List<Session> sessions = Reading.sessions(
                "{\"start\":0,\"end\":9,\"steps\":[{\"at\":3,\"kind\":\"tool\",\"name\":\"b\"},{\"at\":1,\"kind\":\"llm\"}]}");

        assertThat(sessions.get(0).steps()).extracting(Step::atNanos).containsExactly(SECOND, 3 * SECOND);
    }

    @Test
    void next_whatWasSaid_isKeptAsWords() {
        List<Session> sessions = Reading.sessions("{\"start\":0,\"end\":9,\"steps\":["
                + "{\"at\":1,\"kind\":\"llm\",\"agentSaid\":\"Which one?\",\"userSaid\":\"Cancel the last!\"},"
                + "{\"at\":2,\"kind\":\"llm\",\"userSaid\":null},"
                + "{\"at\":3,\"kind\":\"tool\",\"userSaid\":\"nobody\"}]}");

        assertThat(sessions.get(0).steps())
                .containsExactly(
                        new Step(Kind.LLM, "", SECOND, 0, new UserTurn("which one", "cance last the")),
                        new Step(Kind.LLM, "", 2 * SECOND, 0),
                        new Step(Kind.TOOL, "", 3 * SECOND, 0));
    }

    @Test
    void next_stepOfAnotherKind_isLeftOutAndCounted() {
        Reading.Result result = Reading.all(
                "{\"type\":\"a\",\"start\":0,\"end\":9,\"steps\":[{\"at\":3,\"kind\":\"think\"},{\"at\":4,\"kind\":\"llm\"}]}");

        assertThat(result.sessions().get(0).steps()).hasSize(1);
        assertThat(result.notes()).containsExactly("trace: 1 steps of a kind other than llm and tool were left out");
    }

    @Test
    void next_timesWithoutZone_areUtcAndCounted() {
        Reading.Result result =
                Reading.all("{\"type\":\"a\",\"start\":\"1970-01-01T00:00:01\",\"end\":\"1970-01-01T00:00:02\"}");

        assertThat(result.sessions().get(0).startNanos()).isEqualTo(SECOND);
        assertThat(result.notes()).containsExactly("trace: 2 times carry no zone and were read as UTC");
    }

    @Test
    void next_timesGoBackwards_namesLineAndBothTimes() {
        assertThatThrownBy(() -> Reading.sessions("{\"start\":5,\"end\":6}", "", "{\"start\":4.5,\"end\":6}"))
                .isInstanceOf(TraceException.class)
                .hasMessage("trace:3: times go backwards: 1970-01-01T00:00:04.500Z follows 1970-01-01T00:00:05Z,"
                        + " expected sessions by start");
    }

    @Test
    void next_jsonCutInTheMiddle_namesItsLine() {
        assertThatThrownBy(
                        () -> Reading.sessions("{\"start\":5,\"end\":6}", "{\"start\":6,\"end\":7,\"steps\":[{\"at\":"))
                .isInstanceOf(TraceException.class)
                .hasMessage("trace:2: JSON ends early, expected a whole document");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'start':2,'end':1} | session ends at 1970-01-01T00:00:01Z before it starts at 1970-01-01T00:00:02Z",
                "{'start':2} | session has no end, expected ISO-8601 or epoch seconds",
                "{'end':2} | session has no start, expected ISO-8601 or epoch seconds",
                "{'start':null,'end':2} | session has no start, expected ISO-8601 or epoch seconds",
                "{'start':true,'end':2} | start is a truth value, expected a string",
                "{'start':'soon','end':2} | \"soon\" is not a decimal number of seconds",
                "{'start':1e400,'end':2} | \"1e400\" is out of range, expected less than 292 years",
                "{'start':-9e9,'end':9e9} | expected less than 292 years",
                "{'start':0,'end':2,'steps':[{'at':0,'kind':'llm','duration':-1}]} | duration must not be negative, was -1 s",
                "{'start':0,'end':2,'steps':[{'at':-1,'kind':'llm'}]} | at must not be negative, was -1 s",
                "{'start':0,'end':2,'steps':[{'kind':'llm'}]} | step has no at, expected seconds from the session's start",
                "{'start':0,'end':2,'steps':[{'at':3,'kind':'llm'}]} | step at 3 s begins after the session's end at 2 s",
                "{'start':0,'end':2,'steps':[{'at':0,'kind':'llm','userSaid':[]}]} | userSaid is an array, expected a string",
                "{'start':0,'end':2,'steps':7} | steps is a number, expected an array",
                "{'start':0,'end':2,'steps':[7]} | element of steps is a number, expected an object",
                "{'start':0,'end':2,'usage':[]} | usage is an array, expected an object",
                "{'start':0,'end':2,'usage':{'memoryMb':-5}} | memoryMb must be finite and not negative, was -5",
                "{'start':0,'end':2,'usage':{'memoryMb':1e999}} | memoryMb must be finite and not negative",
                "{'start':0,'end':2,'usage':{'memoryMb':1e300}} | memoryMb must be at most 1.0E15, was 1e300",
                "{'start':0,'end':2,'usage':{'memoryMb':'much'}} | memoryMb is \"much\", expected a number",
                "{'start':0,'end':2,'type':'  '} | agent type must not be blank",
                "{'start':0,'end':2,'type':{}} | type is an object, expected a string",
                "{'start':0,'end':2} {'start':0,'end':2} | more follows the object",
                "{'start':NaN,'end':2} | not JSON:",
                "[1] | line is an array, expected an object"
            })
    void next_badLine_namesFileLineAndRule(String line, String expected) {
        assertThatThrownBy(() -> Reading.sessions("{\"start\":0,\"end\":0}", line.replace('\'', '"')))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith("trace:2: ")
                .hasMessageContaining(expected);
    }

    @Test
    void next_typeTooLong_namesTheLimit() {
        String line = "{\"start\":0,\"end\":0,\"type\":\"" + "t".repeat(257) + "\"}";

        assertThatThrownBy(() -> Reading.sessions(line))
                .isInstanceOf(TraceException.class)
                .hasMessage("trace:1: agent type must have at most 256 characters, had 257");
    }

    @Test
    void next_deepNesting_isRefusedInOneLine() {
        String line = "{\"start\":0,\"end\":0,\"x\":" + "[".repeat(100_000) + "}";

        assertThatThrownBy(() -> Reading.sessions(line))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith("trace:1: JSON is too large: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void next_hugeTextThatNobodyNeeds_isPassedOver() {
        String line = "{\"start\":0,\"end\":0,\"log\":\"" + "x".repeat(5_000_000) + "\"}";

        assertThat(Reading.sessions(line)).hasSize(1);
    }
}
