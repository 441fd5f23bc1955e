package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do to a command line that nobody thought of: each is one line of complaint, and nothing is lost. */
final class HostileUseTest {
    private static final String SESSION = "{\"session\":\"a\",\"type\":\"t\",\"start\":0,\"end\":5}\n";

    @TempDir
    private Path directory;

    /* D stands for the directory, whose files are named after what is in them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "simulate --trace D/trace --cold-start 1s --json D/trace | D/trace: is read too and would be written over",
                "import D/trace --out D/x/../trace | is read too and would be written over",
                "gate history add D/history --file D/history | is read too and would be written over",
                "report D/results --json D/results/results/simulation.json | is read too and would be written over",
                "simulate --trace D/trace --cold-start 1s --format otlp | D/trace: holds no session",
                "import D/trace --format otlp --out D/new | D/trace: holds no session",
                "import D/trace --out /dev/null | /dev/null: is a device or a pipe, expected the name of a file",
                "generate --out /dev/null | /dev/null: is a device or a pipe, expected the name of a file",
                "generate --rate 1e-300 --out D/new | rate must be at least 1.0E-6",
                "gate history add D/text --file D/new | D/text:1: expected a history, data.js, JMH's JSON, or CSV",
                "gate history add D/json --file D/new | D/json:1: is no line of a history, expected what gate history add writes",
                "gate history add D/bytes --file D/new | D/bytes:1: expected a history, data.js",
                "gate history add D/jmh --file D/text | D/text:1: is no line of a history",
                "gate history add D/jmh --file D/bytes | D/bytes: is no text, expected a history",
                "gate history add D/jmh --file D | D: is a directory, expected the name of a file",
                "gate history add D/jmh --file /dev/zero | /dev/zero: is a device or a pipe, expected a history",
                "gate history add D/jmh --file D/no/new | D/no: no such file or directory",
                "gate compare D/none D/none | D/none: no such file, expected results",
                "gate compare D/deep D/deep | D/deep: not valid JSON: Document nesting depth (1001)",
                "gate compare D/json D/json | D/json: expected JMH's JSON, a simulation.json",
                "gate run --base D/text --head D/text --include [ | include must be a regular expression, was [: Unclosed",
                "bench -rf nope | unknown ResultFormatType NOPE (see agentperf bench -h)",
                "predict --usage D/bytes | D/bytes:1: not JSON: ",
                "sweep --trace D/trace --grid D/bytes --out D/new | D/bytes: is no text, expected a grid as JSON",
                "sweep --trace D/trace --grid D --out D/new | D: is a directory, expected a grid as JSON"
            })
    void hostileCommand_isOneLine_andLeavesEverythingAsItWas(String line, String message) throws IOException {
        write("trace", SESSION);
        write("history", "");
        write("text", "a\nb");
        write("json", "{\"a\":1}\n");
        write("deep", "[".repeat(2_000));
        write(
                "jmh",
                "[{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"threads\":1,"
                        + "\"primaryMetric\":{\"scoreUnit\":\"ns/op\",\"rawData\":[[1,2],[2,3]]}}]");
        Files.write(directory.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, '{', (byte) 0x9f});
        Files.createDirectories(directory.resolve("results/results"));
        Files.createDirectories(directory.resolve("x"));
        String before = state();

        Run run = Run.of(line.replace("D/", directory + "/")
                .replaceAll("D(?= |$)", directory.toString())
                .split(" "));

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines().filter(text -> text.startsWith("agentperf: ")))
                .singleElement()
                .asString()
                .contains(
                        message == null
                                ? ""
                                : message.replace("D/", directory + "/").replaceFirst("^D:", directory + ":"))
                .doesNotContain("Exception", "JsonReadFeature", "DeserializationFeature", "StreamReadConstraints");
        assertThat(run.err()).doesNotContain("\tat ");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void historyWithoutItsLastLineFeed_getsOne_andKeepsItsLines() throws IOException {
        String jmh = write(
                        "jmh",
                        "[{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"threads\":1,"
                                + "\"primaryMetric\":{\"scoreUnit\":\"ns/op\",\"rawData\":[[1,2],[2,3]]}}]")
                .toString();
        Path history = directory.resolve("history");
        Run.of("gate", "history", "add", jmh, "--file", history.toString());
        String once = Files.readString(history);
        Files.writeString(history, once.stripTrailing());

        Run run = Run.of("gate", "history", "add", jmh, "--file", history.toString());

        assertThat(run.code()).isZero();
        assertThat(history).content().startsWith(once);
        assertThat(Files.readAllLines(history)).hasSize(4);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    /* Every file with its size and content: a test of kilobytes can afford it. */
    private String state() throws IOException {
        StringBuilder state = new StringBuilder();
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted().toList()) {
                state.append(file).append(' ');
                state.append(Files.isDirectory(file) ? "" : Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return state.toString();
    }
}
