package dev.agentperf.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user gets for input that cannot be used: exit 2, one line, and nothing written. */
final class BadInputTest {
    @TempDir
    private Path directory;

    @Test
    void missingTrace() {
        assertRefused(simulate(directory.resolve("missing.csv")), "missing.csv: no such file, expected a trace");
    }

    @Test
    void emptyTrace() throws IOException {
        assertRefused(simulate(file("empty.csv", "")), "empty.csv: is empty, expected a trace");
    }

    @Test
    void truncatedGzip() throws IOException {
        StringBuilder rows = new StringBuilder("TIMESTAMP,ContextTokens,GeneratedTokens\n");
        for (int i = 0; i < 10_000; i++) {
            rows.append("2023-11-16 18:17:03.").append(1_000_000 + i * 7).append(",1,2\n");
        }
        byte[] whole = gzip(rows.toString());
        Path cut = Files.write(directory.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length / 2));

        assertRefused(simulate(cut), "gzip stream ends early, expected a whole file");
    }

    @Test
    void wrongColumn() throws IOException {
        Path file = file("col.csv", "TIMESTAMP,Context,GeneratedTokens\n2023-11-16 18:17:03.9799600,4808,10\n");

        assertRefused(simulate(file), "col.csv:1: has no column ContextTokens, expected the columns");
    }

    @Test
    void jsonCutInTheMiddle() throws IOException {
        Path file =
                file("cut.jsonl", "{\"session\":\"a\",\"start\":0,\"end\":5}\n{\"session\":\"b\",\"start\":1,\"end\":");

        assertRefused(simulate(file), "cut.jsonl:2: JSON ends early");
    }

    @Test
    void negativeDuration() throws IOException {
        Path file = file(
                "neg.jsonl",
                "{\"start\":5,\"end\":9,\"steps\":[{\"at\":1,\"kind\":\"tool\",\"name\":\"t\",\"duration\":-4}]}\n");

        assertRefused(simulate(file), "neg.jsonl:1: duration must not be negative, was -4 s");
    }

    @Test
    void unknownFormat() throws IOException {
        assertRefused(simulate(file("what.txt", "hello\nworld\n")), "what.txt: is of no known format, expected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--policies lru:3 | unknown policy 'lru:3', expected one of fixed:N, keepalive:D",
                "--policies fixed:-1 | count must be a whole number from 0 on",
                "--format magic | unknown trace format",
                "--reuse never | expected one of single-use, reset, was never",
                "--cold-start -5ms | duration must not be negative",
                "--cold-start 5 | duration must look like 500ms",
                "--cold-start 1s --host-memory 5GX | size must be a number with a unit, such as 512MB or 1.5GiB, was 5GX",
                "--cold-start 1s --seed one | expected a whole number, such as 10000 or 10k, was 'one'",
                "--cold-start 1s --price NaN | expected a number, such as 0.5 or 300, was 'NaN'",
                "--cold-start 1s --hosts 2G | hosts must be at most 100000, was 2000000000",
                "--cold-start soon | duration must look like 500ms",
                "--cold-start lognormal:p50=1s | distribution must look like lognormal:p50=341ms,p99=440ms",
                "--cold-start no-such-starts.json | no-such-starts.json: cannot be read as a starts.json",
                "--cold-start 1s --hosts 2 --host-cpus 0 | processors must be at least 1, was 0",
                "--cold-start 1s --faults fire=1 | faults must look like fail=0.01",
                "--placement middle | expected one of start, even, uniform, was middle",
                "--format csv --cold-start 1s | format csv needs columns, expected at least time=NAME",
                "--columns time=ts --format tau2 --cold-start 1s | --columns goes with --format csv, was tau2",
                "--columns type=model | columns must name the time, expected time=NAME",
                "--columns time=ts,tpye=model | expected one of time, end, duration, type, session, cpu, memory",
                "--columns time=a,end=b,duration=c | columns must name end or duration, named both"
            })
    void unknownOption(String options, String message) throws IOException {
        List<String> args = new ArrayList<>(
                List.of("simulate", "--trace", file("a.jsonl", "{}").toString()));
        args.addAll(Arrays.asList(options.split(" ", -1)));

        assertRefused(Run.of(args.toArray(String[]::new)), message);
    }

    @Test
    void unwritableOut() throws IOException {
        Path blocked = file("blocked", "a file, not a directory");

        Run run = Run.of(
                "run",
                "--runtime",
                "simulated",
                "--no-bench",
                "--out",
                blocked.resolve("out").toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("agentperf: ").doesNotContain("\tat ");
    }

    @Test
    void badTrace_leavesNoOutput() {
        Path out = directory.resolve("out");

        Run run = Run.of("run", "--trace", directory.resolve("none").toString(), "--out", out.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--warm-rate 120% | warmRate must be more than 0 and at most 1, was 1.2",
                "--warm-rate most | share must look like 0.99 or 99%, was 'most'",
                "--warm-rate 99 | warmRate must be more than 0 and at most 1, was 99.0",
                "--warm-rate 0.9 --train 1 | train must lie between 0 and 1, was 1.0",
                "--warm-rate 0.9 --load 0 | load must be more than 0",
                "--train 0.5 | missing required option: '--warm-rate=SHARE'"
            })
    void impossiblePlan(String options, String message) throws IOException {
        List<String> args = new ArrayList<>(List.of(
                "plan", "--cold-start", "1s", "--trace", file("a.jsonl", "{}").toString()));
        args.addAll(Arrays.asList(options.split(" ", -1)));

        assertRefused(Run.of(args.toArray(String[]::new)), message);
    }

    @Test
    void gridWithUnknownParameter() throws IOException {
        Path grid = file("grid.json", "{\"policies\": [\"fixed:1\"], \"coldstart\": [\"1s\"]}");

        Run run = Run.of(
                "sweep",
                "--trace",
                file("a.jsonl", "{}").toString(),
                "--grid",
                grid.toString(),
                "--out",
                directory.resolve("cells.jsonl").toString());

        assertRefused(run, "grid has an unknown parameter 'coldstart', expected some of claims, coldStart, placement");
    }

    @Test
    void usageWithoutResources() throws IOException {
        Run run = Run.of(
                "predict",
                "--usage",
                file("usage.jsonl", "{\"type\":\"react\"}\n").toString());

        assertRefused(run, "expected cpuSeconds, memoryMb or durationSeconds");
    }

    private Run simulate(Path trace) {
        Run run = Run.of(
                "simulate",
                "--trace",
                trace.toString(),
                "--policies",
                "fixed:5",
                "--cold-start",
                "500ms",
                "--json",
                directory.resolve("result.json").toString());
        assertThat(directory.resolve("result.json")).doesNotExist();
        return run;
    }

    private static void assertRefused(Run run, String message) {
        List<String> complaints =
                run.err().lines().filter(line -> line.startsWith("agentperf: ")).toList();
        assertThat(run.code()).isEqualTo(2);
        assertThat(complaints).hasSize(1).first().asString().contains(message);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).doesNotContain("\tat ");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
