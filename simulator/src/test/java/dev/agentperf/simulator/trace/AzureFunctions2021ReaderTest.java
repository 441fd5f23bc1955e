package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.Session.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AzureFunctions2021ReaderTest {
    private static final String HEADER = "app,func,end_timestamp,duration";

    @Test
    void next_row_startsItsDurationBeforeItsEnd() {
        Reading.Result result = Reading.all(HEADER + "\na,f,6.2525410652160645,6.236\n");

        assertThat(result.sessions())
                .containsExactly(new Session(
                        "",
                        new AgentType("f"),
                        16_541_065L,
                        6_252_541_065L,
                        List.of(),
                        new Usage(Double.NaN, Double.NaN, 6.236)));
        assertThat(result.notes())
                .containsExactly("trace: its times count from a moment that it does not state: that is"
                        + " 1970-01-01T00:00:00Z");
    }

    @Test
    void next_rowsByEnd_comeByStart() {
        List<Session> sessions = Reading.sessions(HEADER, "a,short,5,1", "a,long,6,6", "a,tie,4.5,0.5");

        assertThat(sessions).extracting(session -> session.type().name()).containsExactly("long", "short", "tie");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,f,6,-1 | duration must not be negative, was -1 s",
                "a,f,six,1 | \"six\" is not a decimal number of seconds",
                "a,f,-9000000000,9000000000 | end_timestamp is out of range, was \"-9000000000\"",
                "a,,6,1 | agent type must not be blank",
                "a,f,6 | has 3 fields, expected 4"
            })
    void next_badRow_namesFileLineAndRule(String row, String expected) {
        assertThatThrownBy(() -> Reading.sessions(HEADER, "a,f,1,1", row))
                .isInstanceOf(TraceException.class)
                .hasMessage("trace:3: " + expected);
    }

    @Test
    void open_missingColumn_namesTheExpectedOnes() {
        assertThatThrownBy(() -> Reading.sessions("app,func,end_timestamp", "a,f,1"))
                .isInstanceOf(TraceException.class)
                .hasMessage("trace:1: has no column duration, expected the columns " + HEADER);
    }
}
