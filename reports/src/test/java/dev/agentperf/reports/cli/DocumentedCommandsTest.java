package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every {@code ./agentperf …} that README and docs show, in a block or in a sentence, is run, on small files of ours in
 * place of those that it names; a few are only parsed.
 */
final class DocumentedCommandsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern IN_A_SENTENCE = Pattern.compile("`(\\./agentperf [^`]+)`");

    /** What is not run here, and why; each is run in the test named. */
    private static final Map<String, String> PARSED_ONLY = new TreeMap<>(Map.of(
            "run", "minutes of benchmarks: MainJobTest, StopTest",
            "bench", "minutes of benchmarks: BenchCommandTest",
            "pool", "minutes of load on a real runtime: the tests of reports.pool",
            "gate run", "builds two revisions, or needs two jars: GateCommandTest",
            "gate calibrate", "needs a jar of benchmarks: GateCommandTest"));

    @TempDir
    static Path directory;

    private static Path trace;
    private static Path usage;
    private static Path data;
    private static Path table;
    private static Path results;
    private static Path config;
    private static Path grid;

    @BeforeAll
    static void makeFiles() throws IOException {
        trace = directory.resolve("trace.jsonl.gz");
        results = directory.resolve("results");
        usage = Files.writeString(directory.resolve("usage.jsonl"), "{\"type\":\"a\",\"memoryMb\":5}\n".repeat(20));
        data = Files.writeString(
                directory.resolve("data.js"),
                "window.BENCHMARK_DATA = {\"entries\":{\"Benchmark\":[{\"commit\":{\"id\":\"c1\","
                        + "\"timestamp\":\"2026-01-01T00:00:00Z\"},\"date\":1,\"tool\":\"jmh\","
                        + "\"benches\":[{\"name\":\"a.B.c\",\"value\":100,\"unit\":\"ns/op\"}]}]}}");
        table = Files.writeString(directory.resolve("claims.csv"), "ts,model,exec_s\n100,a,1.5\n101,b,2\n");
        config = Files.writeString(
                directory.resolve("agentperf.yml"), "trace: " + trace + "\ncold-start: 1s\nwarm-rate: 90%\n");
        grid = Files.writeString(directory.resolve("grid.json"), documented("docs/capacity.md", "json"));
        assertThat(Run.of("generate", "--sessions", "300", "--out", trace.toString())
                        .code())
                .isZero();
        assertThat(Run.of(
                                "run",
                                "--runtime",
                                "simulated",
                                "--no-bench",
                                "--trace",
                                trace.toString(),
                                "--out",
                                results.toString())
                        .code())
                .isZero();
    }

    /* Returns the first block of a language in a document. */
    private static String documented(String document, String language) throws IOException {
        return Files.readString(ROOT.resolve(document))
                .split("```" + language + "\n", -1)[1]
                .split("```", -1)[0];
    }

    static Stream<String> commands() throws IOException {
        Set<String> commands = new LinkedHashSet<>();
        for (Path document : documents()) {
            List<String> lines = Files.readAllLines(document);
            commands.addAll(CommandLines.in(lines, "./agentperf"));
            String text = String.join(" ", lines);
            IN_A_SENTENCE
                    .matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .forEach(found -> commands.add(found.substring(1, found.length() - 1)));
            assertThat(document).isNotEmptyFile();
        }
        return commands.stream();
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void documentedCommand_works(String line) {
        List<String> words = CommandLines.arguments(line);
        assertThat(words).isNotEmpty();
        if (parsedOnly(words)) {
            AgentPerfCommand.create(Terminal.system()).parseArgs(words.toArray(String[]::new));
            return;
        }

        Run run = Run.of(here(words));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isNotEmpty();
    }

    @Test
    void documentedConfiguration_isRead() throws IOException {
        Path file = Files.writeString(directory.resolve("documented.yml"), documented("docs/command-line.md", "yaml"));

        assertThatCode(() -> ConfigFile.read(file, AgentPerfCommand.create(Terminal.system())))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsOnlyParsed_isStillDocumented() throws IOException {
        List<List<String>> all = commands().map(CommandLines::arguments).toList();

        assertThat(PARSED_ONLY.keySet())
                .allSatisfy(command -> assertThat(all)
                        .anySatisfy(words -> assertThat(String.join(" ", words)).startsWith(command)));
    }

    private static boolean parsedOnly(List<String> words) {
        String line = String.join(" ", words);
        return PARSED_ONLY.keySet().stream().anyMatch(command -> (line + " ").startsWith(command + " "));
    }

    /* The command with our files in place of those that it names. */
    private static String[] here(List<String> words) {
        List<String> here = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            here.add(here(i == 0 ? "" : words.get(i - 1), words.get(i)));
        }
        if (String.join(" ", words).startsWith("gate compare") && !words.contains("--out")) {
            here.addAll(List.of("--out", directory.resolve("compared").toString()));
        }
        if (here.size() == 1) {
            here.addAll(List.of("--config", config.toString()));
        }
        return here.toArray(String[]::new);
    }

    private static String here(String before, String word) {
        return switch (before) {
            case "--out" ->
                directory.resolve("out-" + Path.of(word).getFileName()).toString();
            case "--usage" -> usage.toString();
            default -> named(word);
        };
    }

    private static String named(String word) {
        return switch (word) {
            case "COMMAND" -> "simulate";
            case "FILE...", "F...", "F" -> trace.toString();
            case "data.js" -> data.toString();
            case "claims.csv" -> table.toString();
            case "grid.json" -> grid.toString();
            case "out-july", "out-august" -> results.toString();
            default -> word.matches(".*(\\.json(l)?(\\.gz)?|\\.csv\\.gz)") ? trace.toString() : word;
        };
    }
}
