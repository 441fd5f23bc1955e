package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.AgentType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AzureLlmReaderTest {
    private static final String HEADER = "TIMESTAMP,ContextTokens,GeneratedTokens\r\n";

    @Test
    void next_rows_areSessionsWithoutAnEnd() {
        Reading.Result result =
                Reading.all(HEADER + "1970-01-01 00:00:03.9799600,4808,10\r\n1970-01-01 00:00:04.0319601,3180,8");

        assertThat(result.sessions())
                .containsExactly(
                        new Session("", AgentType.DEFAULT, 3_979_960_000L, 3_979_960_000L, List.of(), null),
                        new Session("", AgentType.DEFAULT, 4_031_960_100L, 4_031_960_100L, List.of(), null));
        assertThat(result.notes())
                .containsExactly("trace: 2 requests carry no end and no type: each session ends when it starts"
                        + " and has type default");
    }

    @Test
    void next_traceOf2024_hasAZone() {
        List<Session> sessions = Reading.sessions(HEADER + "1970-01-01 00:00:00.009930+00:00,2162,5");

        assertThat(sessions).extracting(Session::startNanos).containsExactly(9_930_000L);
    }

    @Test
    void next_otherColumnOrder_isUnderstood() {
        List<Session> sessions =
                Reading.sessions("GeneratedTokens,TIMESTAMP,ContextTokens,More", "1,1970-01-01 00:00:01,2,x");

        assertThat(sessions).extracting(Session::startNanos).containsExactly(1_000_000_000L);
    }

    @Test
    void open_wrongColumn_namesItAndTheExpectedOnes() {
        assertThatThrownBy(() -> Reading.sessions("TIMESTAMP,Context,GeneratedTokens", "x,1,1"))
                .isInstanceOf(TraceException.class)
                .hasMessage("trace:1: has no column ContextTokens,"
                        + " expected the columns TIMESTAMP,ContextTokens,GeneratedTokens");
    }

    @Test
    void open_formatGivenForAnotherTable_namesTheExpectedColumns() {
        byte[] content = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
        TraceOptions options = TraceOptions.defaults().withFormat(TraceFormat.AZURE_LLM);

        assertThatThrownBy(() -> Reading.all(content, options))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith("trace:1: has no column TIMESTAMP");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1970-01-01 00:00:01,1 | has 2 fields, expected 3",
                "1970-01-01 00:00:01,1,2,3 | has 4 fields, expected 3",
                "yesterday,1,2 | \"yesterday\" is not a decimal number of seconds",
                "1970-01-01 00:00:01,many,2 | ContextTokens is \"many\", expected a number",
                "1970-01-01 00:00:01,1,-2 | GeneratedTokens must be finite and not negative, was -2",
                "\"1970-01-01 00:00:01,1,2 | quote is not closed, expected it on the same line"
            })
    void next_badRow_namesFileLineAndRule(String row, String expected) {
        assertThatThrownBy(() -> Reading.sessions(HEADER + "1970-01-01 00:00:00,1,1", row))
                .isInstanceOf(TraceException.class)
                .hasMessage("trace:3: " + expected);
    }

    @Test
    void next_timesGoBackwards_namesLineAndBothTimes() {
        assertThatThrownBy(() -> Reading.sessions(HEADER + "1970-01-01 00:00:02,1,1", "1970-01-01 00:00:01,1,1"))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith(
                        "trace:3: times go backwards: 1970-01-01T00:00:01Z follows 1970-01-01T00:00:02Z");
    }
}
