package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code agentperf.yml}: what it sets, what the command line sets over it, and what it may not hold. */
final class ConfigTest {
    @TempDir
    private Path directory;

    private Path trace;

    @BeforeEach
    void makeTrace() {
        trace = directory.resolve("a.jsonl");
        assertThat(Run.of("generate", "--sessions", "60", "--out", trace.toString())
                        .code())
                .isZero();
    }

    @Test
    void options_comeFromTheFile_requiredOnesToo() throws IOException {
        Run run = run("""
                trace: %s
                cold-start: 250ms
                policies: [fixed:3, keepalive:1m]
                """.formatted(trace), "simulate");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("A cold start takes 250 ms")
                .contains("fixed:3", "keepalive:1m")
                .doesNotContain("fixed:10");
    }

    @Test
    void innerSection_holdsOverOuter_andTheCommandLineOverBoth() throws IOException {
        String config = """
                trace: %s
                cold-start: 1s
                simulate:
                  cold-start: 2s
                  policies: fixed:2
                """.formatted(trace);

        assertThat(run(config, "simulate").out()).contains("takes 2000 ms", "fixed:2");
        assertThat(run(config, "simulate", "--cold-start", "3s", "--policies", "fixed:7")
                        .out())
                .contains("takes 3000 ms", "fixed:7")
                .doesNotContain("fixed:2");
    }

    @Test
    void severalFiles_areAList() throws IOException {
        Path other = Files.copy(trace, directory.resolve("b, with comma.jsonl"));

        Run run = run("""
                simulate:
                  trace: [%s, "%s"]
                  cold-start: 1s
                """.formatted(trace, other), "simulate");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("120 sessions");
    }

    @Test
    void flags_canBeSet_andUnsetOnTheCommandLine() throws IOException {
        Path out = directory.resolve("out");
        String config = "run:\n  enforce: true\n  no-bench: true\n  runtime: simulated\n  out: " + out + "\n";

        // Without real starts there is a target that is not measured.
        assertThat(run(config, "run").code()).isEqualTo(ExitCode.FAILED);
        assertThat(run(config, "run", "--enforce").code()).isEqualTo(ExitCode.FAILED);
        assertThat(run(config, "run", "--no-enforce").code()).isZero();
        assertThat(out.resolve("results/environment.json")).content().contains("(with " + config() + ")");
    }

    @Test
    void maps_areReadAsTheirOptionsAre() throws IOException {
        Path table = Files.writeString(directory.resolve("log.csv"), "secs,ts\n1.5,100\n2,101\n");

        Run run = run(
                "import:\n  columns: {time: ts, duration: secs}\n  out: " + directory.resolve("o.jsonl") + "\n",
                "import",
                table.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("2 sessions");
    }

    @Test
    void oneOfThree_onTheCommandLine_isNotInTheWayOfAnotherInTheFile() throws IOException {
        Path usage = Files.writeString(directory.resolve("u.jsonl"), "{\"type\":\"a\",\"memoryMb\":5}\n".repeat(20));
        String config = "trace: " + trace + "\n";

        assertThat(run(config, "predict", "--usage", usage.toString()).code()).isZero();
        assertThat(run(config, "predict").code()).isZero();
    }

    @Test
    void quiet_leavesResultsOnly_whereverItStands() throws IOException {
        String simulate = "simulate: {trace: %s, cold-start: 1s}\n".formatted(trace);

        assertThat(run("quiet: true\n" + simulate, "simulate").err()).isEmpty();
        assertThat(run(simulate, "simulate", "-q").err()).isEmpty();
        assertThat(run(simulate, "-q", "simulate").err()).isEmpty();
        assertThat(run(simulate, "simulate").err()).isNotEmpty();
        Run json = run(simulate, "simulate", "--quiet", "--json", "-");
        assertThat(json.err()).isEmpty();
        assertThat(json.out()).startsWith("{").endsWith("}" + System.lineSeparator());
    }

    @Test
    void agentperfYml_ofTheWorkingDirectory_isReadWithoutBeingNamed() throws Exception {
        Files.writeString(config(), "generate:\n  sessions: 7\n  out: seven.jsonl\n");

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        absoluteClassPath(),
                        Main.class.getName(),
                        "generate")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(directory.resolve("seven.jsonl")).content().hasLineCount(7);
    }

    private static String absoluteClassPath() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void emptyFile_isNoConfiguration() throws IOException {
        assertThat(run(
                                "# nothing\n",
                                "generate",
                                "--out",
                                directory.resolve("g.jsonl").toString())
                        .code())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cold-strat: 1s | :1: unknown option 'cold-strat' of agentperf, did you mean cold-start?",
                "#\\nsimulte: {} | :2: unknown option 'simulte' of agentperf, did you mean simulate?",
                "simulate:\\n  polices: fixed:1 | :2: unknown option 'polices' of agentperf simulate, did you mean policies?",
                "simulate:\\n  warm-rate: 0.9 | :2: unknown option 'warm-rate' of agentperf simulate",
                "gate: {run: {seeed: 1}} | :1: unknown option 'seeed' of agentperf gate run, did you mean seed?",
                "config: a.yml | :1: unknown option 'config' of agentperf",
                "help: true | :1: unknown option 'help' of agentperf",
                "seed: 1\\nseed: 2 | :2: option 'seed' is given twice",
                "simulate: 5 | :1: expected options of agentperf simulate, such as seed: 1",
                "- a\\n- b | :1: expected options of agentperf, such as seed: 1",
                "seed: | :1: expected a value of seed, was nothing",
                "seed: [] | :1: expected a value of seed, was an empty list",
                "trace: [[a]] | :1: expected a value of trace, was a list or a section",
                "[a]: b | :1: expected a name, was a list or a section",
                "seed: &x 1 | :1: anchors are not read here, write the value itself",
                "seed: !!java.io.File x | :1: tags are not read here, was tag:yaml.org,2002:java.io.File",
                "seed: *x | :1: found undefined alias x",
                "seed: 'a | :1: found unexpected end of stream",
                "a: b\\n---\\nc: d | :2: but found another document",
                "\\tseed: 1 | :1: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)"
            })
    void whatIsNoOption_isOneLineWithItsPlace(String text, String message) throws IOException {
        Run run = run(text.replace("\\n", "\n").replace("\\t", "\t"), "simulate", "--trace", trace.toString());

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1).startsWith("agentperf: " + config() + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "simulate:\\n  cold-start: soon | :2: invalid value for option '--cold-start'",
                "seed: one | :1: invalid value for option '--seed': expected a whole number, such as 10000 or 10k, was 'one'",
                "policies: [fixed:1, fxied:2] | :1: invalid value for option '--policies'",
                "reuse: [a, b] | :1: invalid value for option '--reuse': expected one of single-use, reset, was a,b"
            })
    void wrongValue_isOneLineWithItsPlace(String text, String message) throws IOException {
        Run run = run(text.replace("\\n", "\n"), "simulate", "--trace", trace.toString());

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).hasLineCount(1).startsWith("agentperf: " + config() + message);
    }

    @Test
    void bombsOfAliases_andEndlessFiles_areRefusedAtOnce() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }

        assertRefused(bomb.toString());
        assertRefused("trace: " + "[".repeat(100_000));
        assertRefused("seed: " + "1".repeat(300_000));
        assertRefused("trace: &a [*a]\n");
        assertRefused("seed: \"\\uD800\u0007\"\n");
    }

    private void assertRefused(String text) throws IOException {
        Run run = run(text, "simulate", "--trace", trace.toString());

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).hasLineCount(1).startsWith("agentperf: " + config());
    }

    @Test
    void missingFile_andBytesThatAreNoText_areOneLine() throws IOException {
        Path missing = directory.resolve("missing.yml");
        Files.write(config(), new byte[] {(byte) 0xC3, (byte) 0x28});

        assertThat(Run.of("--config", missing.toString(), "doctor").err().strip())
                .isEqualTo("agentperf: " + missing + ": no such file, expected options as YAML");
        assertThat(Run.of("doctor", "--config=" + config()).err().strip())
                .isEqualTo("agentperf: " + config() + ": is not UTF-8, expected options as YAML");
    }

    private Run run(String config, String... command) throws IOException {
        Files.writeString(config(), config);
        List<String> words = new ArrayList<>(List.of("--config", config().toString()));
        words.addAll(List.of(command));
        return Run.of(words.toArray(String[]::new));
    }

    private Path config() {
        return directory.resolve("agentperf.yml");
    }
}
