package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.agentperf.AgentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TracesTest {
    private static final String TWO = """
            {"session":"a","start":1,"end":4,"type":"x","usage":{"memoryMb":100}}
            {"session":"b","start":3,"end":3.5,"type":"y","steps":[{"at":0,"kind":"llm"}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void open_severalFiles_mergesThemByStart() throws IOException {
        Path first = write("first.jsonl", TWO);
        Path second = write("second.csv", AzureLlmReader.COLUMNS + "\n1970-01-01 00:00:02,1,1\n");
        Path third = write("third.jsonl", TWO.replace("\"a\"", "\"c\"").replace("\"b\"", "\"d\""));

        Reading.Result result = read(first, second, third);

        assertThat(result.sessions()).extracting(Session::id).containsExactly("a", "c", "", "b", "d");
        assertThat(result.notes()).hasSize(1).first().asString().startsWith(second + ": ");
    }

    @Test
    void open_gzipUnderAnyName_isToldByItsContent() throws IOException {
        Path packed = folder.resolve("packed.json");
        Files.write(packed, Reading.gzip(TWO));
        Path plain = write("plain.gz", TWO);

        assertThat(read(packed).sessions()).hasSize(2).isEqualTo(read(plain).sessions());
    }

    @Test
    void scan_anyTrace_tellsSizeAndTypes() throws IOException {
        TraceScan scan = Traces.scan(List.of(write("t", TWO)), TraceOptions.defaults());

        assertThat(scan.summary().sessions()).isEqualTo(2);
        assertThat(scan.summary().steps()).isEqualTo(1);
        assertThat(scan.summary().types()).isEqualTo(2);
        assertThat(scan.summary().spanSeconds()).isCloseTo(3, withPercentage(1e-9));
        assertThat(scan.types())
                .containsEntry(new AgentType("x"), new TraceScan.TypeFacts(1, 100))
                .containsEntry(new AgentType("y"), new TraceScan.TypeFacts(1, Double.NaN));
        assertThat(scan.notes()).isEmpty();
    }

    @Test
    void open_missingFile_saysSo() {
        Path missing = folder.resolve("missing.jsonl");

        assertThatThrownBy(() -> read(missing))
                .isInstanceOf(TraceException.class)
                .hasMessage(missing + ": no such file, expected a trace");
    }

    @Test
    void open_directory_saysSo() {
        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(TraceException.class)
                .hasMessage(folder + ": is a directory, expected a trace file");
    }

    @Test
    void open_emptyFile_saysSo() throws IOException {
        Path empty = write("empty", "");
        Path blank = write("blank", "\n \r\n");
        Path packed = folder.resolve("packed.gz");
        Files.write(packed, Reading.gzip(""));

        for (Path file : List.of(empty, blank, packed)) {
            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(TraceException.class)
                    .hasMessage(file + ": is empty, expected a trace");
        }
    }

    @Test
    void open_truncatedGzip_saysSo() throws IOException {
        byte[] whole = Reading.gzip(TWO);
        Path cut = folder.resolve("cut.gz");
        Files.write(cut, Arrays.copyOf(whole, whole.length - 10));

        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(TraceException.class)
                .hasMessage(cut + ": gzip stream ends early, expected a whole file");
    }

    @Test
    void next_gzipTruncatedFarIn_namesTheLine() throws IOException {
        byte[] whole = Reading.gzip(manyLines(40_000));
        Path cut = folder.resolve("cut.gz");
        Files.write(cut, Arrays.copyOf(whole, whole.length - 20));

        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(TraceException.class)
                .hasMessageMatching(
                        Pattern.quote(cut.toString()) + ":[0-9]{4,5}: gzip stream ends early, expected a whole file");
    }

    @Test
    void open_damagedGzip_saysSo() throws IOException {
        byte[] damaged = Reading.gzip(TWO);
        Arrays.fill(damaged, 12, 40, (byte) 0x55);
        Path file = folder.resolve("damaged.gz");
        Files.write(file, damaged);

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(TraceException.class)
                .hasMessage(file + ": damaged gzip stream, expected a whole file");
    }

    @Test
    void open_unknownContent_namesEveryFormat() throws IOException {
        for (String content : List.of("hello, world\n", "{\"a\":1}", "[]", "{", "\u0001\u0002", "<xml/>")) {
            Path file = write("unknown", content);

            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(TraceException.class)
                    .hasMessageStartingWith(file + ": is of no known format, expected ")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void open_oneBadFileOfSeveral_namesThatOne() throws IOException {
        Path good = write("good", TWO);
        Path bad = write("bad", "{\"start\":1,\"end\":0}");

        assertThatThrownBy(() -> read(good, bad))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith(bad + ":1: ");
    }

    @Test
    void open_noFile_isAWrongArgument() {
        assertThatThrownBy(() -> Traces.open(List.of(), TraceOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("files must name at least one trace, was empty");
    }

    @Test
    void formatOf_unknownName_listsWhatExists() {
        assertThat(TraceFormat.of("tau2")).isEqualTo(TraceFormat.TAU2);
        assertThatThrownBy(() -> TraceFormat.of("tau3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("unknown trace format \"tau3\", expected one of auto, agentperf, azure-llm");
    }

    private static String manyLines(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{\"start\":")
                    .append(i)
                    .append(",\"end\":")
                    .append(i + i % 7)
                    .append("}\n");
        }
        return lines.toString();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Reading.Result read(Path... files) {
        try (SessionStream stream = Traces.open(List.of(files), TraceOptions.defaults())) {
            return Reading.all(stream);
        }
    }
}
