package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.CsvColumns.Meaning;
import dev.agentperf.simulator.trace.Session.Usage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CsvReaderTest {
    private static final long SECOND = 1_000_000_000L;
    private static final String ALL = "time=ts,type=model,duration=exec_s,session=id,cpu=c,memory=m";

    @Test
    void next_namedColumns_areMapped() {
        Reading.Result result = read(
                ALL, "other,id,ts,model,exec_s,c,m\nx,s1,1970-01-01T00:00:01Z,gpt,2.5,1.5,300\nx,s2,2,\"a,b\",0,,\n");

        assertThat(result.sessions())
                .containsExactly(
                        new Session(
                                "s1",
                                new AgentType("gpt"),
                                SECOND,
                                3_500_000_000L,
                                List.of(),
                                new Usage(1.5, 300, 2.5)),
                        new Session("s2", new AgentType("a,b"), 2 * SECOND, 2 * SECOND, List.of(), null));
        assertThat(result.notes()).isEmpty();
    }

    @Test
    void next_timeOnly_hasDefaultsAndNotes() {
        Reading.Result result = read("time=t", "t\n1\n2\n");

        assertThat(result.sessions()).extracting(Session::type).containsOnly(AgentType.DEFAULT);
        assertThat(result.notes())
                .containsExactly(
                        "trace: 2 sessions carry no type and got type default",
                        "trace: 2 sessions carry no end: each ends when it starts");
    }

    @Test
    void next_endColumn_isATime() {
        Reading.Result result = read("time=a,end=b", "a,b\n1970-01-01 00:00:01,1970-01-01 00:00:04\n");

        assertThat(result.sessions().get(0).durationNanos()).isEqualTo(3 * SECOND);
        assertThat(result.notes()).contains("trace: 1 times carry no zone and were read as UTC");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2,gpt,-1,s,, | duration must not be negative, was -1 s",
                ",gpt,1,s,, | session has no time, expected ISO-8601 or epoch seconds",
                "0,gpt,1,s,, | times go backwards: 1970-01-01T00:00:00Z follows 1970-01-01T00:00:01Z, expected sessions by start",
                "2,gpt,1,s,-1, | cpu must be finite and not negative, was -1",
                "2,gpt,1,s,,much | memory is \"much\", expected a number",
                "9000000000,gpt,9000000000,s,, | session lasts too long, expected less than 292 years"
            })
    void next_badRow_namesFileLineAndRule(String row, String expected) {
        assertThatThrownBy(() -> read(ALL, "ts,model,exec_s,id,c,m\n1,gpt,1,s,,\n" + row))
                .isInstanceOf(TraceException.class)
                .hasMessage("trace:3: " + expected);
    }

    @Test
    void open_columnThatIsNotThere_namesAllThatWereAskedFor() {
        assertThatThrownBy(() -> read("time=ts,type=model", "ts,kind\n1,x\n"))
                .isInstanceOf(TraceException.class)
                .hasMessage("trace:1: has no column model, expected the columns ts,model");
    }

    @Test
    void parse_names_areMapped() {
        assertThat(CsvColumns.parse("time=ts, type=model").names())
                .isEqualTo(Map.of(Meaning.TIME, "ts", Meaning.TYPE, "model"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type=x | columns must name the time, expected time=NAME",
                "time=x,time=y | \"time=y\" names a column again, expected each once",
                "time=x,when=y | no column can hold \"when\", expected one of time, end, duration, type, session, cpu, memory",
                "time | \"time\" names no column, expected for example time=NAME",
                "time=x, | \"\" names no column, expected for example time=NAME",
                "time=a,end=b,duration=c | columns must name end or duration, named both"
            })
    void parse_wrongNames_saysWhatIsExpected(String text, String expected) {
        assertThatThrownBy(() -> CsvColumns.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(expected);
    }

    @Test
    void options_csvWithoutColumns_areRefused() {
        assertThatThrownBy(() -> TraceOptions.defaults().withFormat(TraceFormat.CSV))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("format csv needs columns, expected at least time=NAME");
    }

    private static Reading.Result read(String columns, String content) {
        return Reading.all(
                content.getBytes(StandardCharsets.UTF_8),
                TraceOptions.defaults().withColumns(CsvColumns.parse(columns)));
    }
}
