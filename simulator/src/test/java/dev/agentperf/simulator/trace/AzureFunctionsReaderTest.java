package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.Session.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AzureFunctionsReaderTest {
    private static final long SECOND = 1_000_000_000L;
    private static final String COUNTS = """
            HashFunction,HashApp,HashOwner,minute_1,minute_2,minute_3
            f,fa,o,2,0,1
            g,ga,o,3,0,0
            idle,ia,o,0,0,0
            """;

    @TempDir
    private Path folder;

    @Test
    void next_evenPlacement_leavesEqualGapsFromTheMinutesStart() {
        List<Session> sessions = read(COUNTS, Placement.EVEN).sessions();

        assertThat(sessions)
                .extracting(session -> session.type() + "@" + session.startNanos() / SECOND)
                .containsExactly("f@0", "g@0", "g@20", "f@30", "g@40", "f@120");
    }

    @Test
    void next_startPlacement_putsAllAtTheMinutesStartInOrderOfTheFunctions() {
        List<Session> sessions = read(COUNTS, Placement.START).sessions();

        assertThat(sessions)
                .extracting(session -> session.type() + "@" + session.startNanos() / SECOND)
                .containsExactly("f@0", "f@0", "g@0", "g@0", "g@0", "f@120");
    }

    @Test
    void next_uniformPlacement_dependsOnTheSeedOnly() {
        List<Session> once = read(COUNTS, Placement.UNIFORM).sessions();
        List<Session> again = read(COUNTS, Placement.UNIFORM).sessions();
        TraceOptions otherSeed =
                TraceOptions.defaults().withPlacement(Placement.UNIFORM).withSeed(2);

        List<Session> other =
                Reading.all(COUNTS.getBytes(StandardCharsets.UTF_8), otherSeed).sessions();

        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once).hasSameSizeAs(once);
    }

    @Test
    void next_withoutFilesBeside_endsWhenItStartsAndSaysSo() {
        Reading.Result result = read(COUNTS, Placement.EVEN);

        assertThat(result.sessions()).allMatch(session -> session.durationNanos() == 0 && session.usage() == null);
        assertThat(result.notes())
                .containsExactly(
                        "trace: its counts do not say which day it was: its first minute is 1970-01-01T00:00:00Z",
                        "trace: invocations were counted per minute: placed inside it by placement even",
                        "trace: no run times (run.csv) lie beside it: its sessions end when they start",
                        "trace: no memory (mem.csv) lies beside it");
    }

    @Test
    void next_withFilesBeside_hasRunTimeAndMemory() throws IOException {
        Path counts = write("inv.csv", COUNTS);
        write("run.csv", "HashFunction,HashApp,HashOwner,Count,Average\nf,fa,o,3,1500.5\nx,xa,o,1,1\n");
        Files.write(
                folder.resolve("mem.csv.gz"),
                Reading.gzip("HashApp,HashOwner,SampleCount,AverageAllocatedMb\nfa,o,1,170\nga,o,1,99.5\n"));

        Reading.Result result = read(counts);

        assertThat(result.sessions().get(0))
                .isEqualTo(new Session(
                        "", new AgentType("f"), 0, 1_500_500_000L, List.of(), new Usage(Double.NaN, 170, 1.5005)));
        assertThat(result.sessions().get(1))
                .isEqualTo(
                        new Session("", new AgentType("g"), 0, 0, List.of(), new Usage(Double.NaN, 99.5, Double.NaN)));
        assertThat(result.notes())
                .contains(
                        counts + ": 2 functions have no run time: their sessions end when they start",
                        counts + ": 1 functions have no memory",
                        counts + ": every session lasts its function's mean run time");
    }

    @Test
    void next_prefixedAndPublishedNames_findTheirCompanions() throws IOException {
        String run = "HashOwner,HashApp,HashFunction,Average\no,fa,f,2000\n";
        Path prefixed = write("1000_inv.csv", COUNTS);
        write("1000_run.csv", run);
        Path published = write("invocations_per_function_md.anon.d02.csv", COUNTS);
        write("function_durations_percentiles.anon.d02.csv", run);

        assertThat(read(prefixed).sessions().get(0).durationNanos()).isEqualTo(2 * SECOND);
        Session secondDay = read(published).sessions().get(0);
        assertThat(secondDay.durationNanos()).isEqualTo(2 * SECOND);
        assertThat(secondDay.startNanos()).isEqualTo(86_400 * SECOND);
    }

    @Test
    void next_plainMinuteNames_areMinutes() {
        List<Session> sessions = Reading.sessions("HashOwner,HashApp,HashFunction,Trigger,1,2", "o,a,f,http,0,1");

        assertThat(sessions).extracting(Session::startNanos).containsExactly(60 * SECOND);
    }

    @Test
    void open_badRunTime_namesItsFile() throws IOException {
        Path counts = write("inv.csv", COUNTS);
        Path run = write("run.csv", "HashFunction,HashApp,HashOwner,Average\nf,fa,o,-3\n");

        assertThatThrownBy(() -> read(counts))
                .isInstanceOf(TraceException.class)
                .hasMessage(run + ":2: Average must be finite and not negative, was -3");
    }

    @Test
    void open_runTimesWithoutTheirColumn_nameTheExpectedOnes() throws IOException {
        Path counts = write("inv.csv", COUNTS);
        Path run = write("run.csv", "HashFunction,HashApp,HashOwner,Mean\nf,fa,o,3\n");

        assertThatThrownBy(() -> read(counts))
                .isInstanceOf(TraceException.class)
                .hasMessage(run + ":1: has no column Average,"
                        + " expected the columns HashOwner,HashApp,HashFunction,Average");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f,a,o,1 | has 4 fields, expected 5",
                "f,a,o,1,2,3 | has 6 fields, expected 5",
                "f,a,o,1,-2 | \"-2\" is no count, expected 0 to 100000000",
                "f,a,o,1, | \"\" is no count, expected 0 to 100000000",
                "f,a,o,1,99999999999999999999 | \"99999999999999999999\" is no count, expected 0 to 100000000",
                "f,a,o,1,100000001 | \"100000001\" is no count, expected 0 to 100000000",
                ",a,o,1,1 | agent type must not be blank"
            })
    void open_badRow_namesFileLineAndRule(String row, String expected) {
        assertThatThrownBy(() -> Reading.sessions("HashFunction,HashApp,HashOwner,1,2", "g,a,o,0,0", row))
                .isInstanceOf(TraceException.class)
                .hasMessage("trace:3: " + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HashFunction,HashApp,1,2 | has no column HashOwner, expected the columns HashOwner,HashApp,HashFunction",
                "HashFunction,HashApp,HashOwner | has no column for a minute",
                "HashFunction,HashApp,HashOwner,2,1 | minute 1 follows minute 2, expected the minutes in order"
            })
    void open_badHeader_saysWhatWasExpected(String header, String expected) {
        assertThatThrownBy(() -> Reading.sessions(header))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith("trace:1: " + expected);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Reading.Result read(String content, Placement placement) {
        return Reading.all(
                content.getBytes(StandardCharsets.UTF_8),
                TraceOptions.defaults().withPlacement(placement));
    }

    private static Reading.Result read(Path file) {
        try (SessionStream stream = Traces.open(List.of(file), TraceOptions.defaults())) {
            return Reading.all(stream);
        }
    }
}
