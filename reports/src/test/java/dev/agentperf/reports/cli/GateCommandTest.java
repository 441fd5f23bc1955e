package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GateCommandTest {
    @TempDir
    private Path directory;

    @Test
    void run_slowerHead_failsWithEveryOutput() throws IOException {
        Path base = FakeBenchmarks.jar(directory, "base", "a.B.same:100", "a.B.slower:100", "a.B.gone:100");
        Path head = FakeBenchmarks.jar(directory, "head", "a.B.same:100", "a.B.slower:150");

        Run run = gateRun(base, head);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).contains("B.slower wall +50.0 %").contains("B.gone: The base has it, the head does not.");
        assertThat(run.err()).contains("2 benchmarks, about 6 pairs").contains("pair 2 of B.same");
        for (String name : new String[] {
            "gate.html",
            "gate.md",
            "gate.json",
            "junit.xml",
            "metrics.txt",
            "smaller-is-better.json",
            "bencher.json",
            "otava.csv",
            "forks.jsonl"
        }) {
            assertThat(directory.resolve("out").resolve(name)).isNotEmptyFile();
        }
    }

    @Test
    void run_sameCode_passes() throws IOException {
        Path jar = FakeBenchmarks.jar(directory, "same", "a.B.same:100");

        Run run = gateRun(jar, jar);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("No regression. All 1 comparison");
    }

    @Test
    void run_fewerPairsThanTheFirstLook_givesNoVerdictWhateverTheyShow() throws IOException {
        Path base = FakeBenchmarks.jar(directory, "base", "a.B.slower:100");
        Path head = FakeBenchmarks.jar(directory, "head", "a.B.slower:200");

        Run run = gateRun(base, head, 5);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).contains("5 pairs are too few for a verdict, 6 are needed");
        assertThat(run.out()).contains("? inconclusive").contains("+100 %");
        assertThat(directory.resolve("out/gate.json")).content().contains("No verdict on fewer than 6 pairs");
    }

    @Test
    void run_benchmarkThatThrows_exitsWithFourAndNamesIt() throws IOException {
        Path base = FakeBenchmarks.jar(directory, "base", "a.B.same:100", "a.B.broken:100");
        Path head = FakeBenchmarks.jar(directory, "head", "a.B.same:100", "a.B.broken:throw");

        Run run = gateRun(base, head);

        assertThat(run.code()).isEqualTo(ExitCode.BENCHMARK_FAILED);
        assertThat(run.out())
                .contains("A benchmark failed: B.broken.")
                .contains("a.B.broken failed in the head: java.lang.IllegalStateException: boom, see ");
    }

    @Test
    void calibrate_sameCode_tellsTheAlarmRateWithItsInterval() throws IOException {
        Path jar = FakeBenchmarks.jar(directory, "same", "a.B.same:100");

        Run run = Run.of(
                "gate", "calibrate", jar.toString(), "--pairs", "6", "--windows", "1", "--out", path("calibration"));

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("Alarms on unchanged code: 0 of 1 (95 % interval 0")
                .contains("Changes seen four times in five: wall from 0 % to 0 %.");
    }

    @Test
    void calibrate_fewerPairsThanAVerdictNeeds_claimsNoAlarmRate() throws IOException {
        Path jar = FakeBenchmarks.jar(directory, "same", "a.B.same:100");

        Run run = Run.of(
                "gate", "calibrate", jar.toString(), "--pairs", "2", "--windows", "1", "--out", path("calibration"));

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("No comparison had the 6 pairs that a verdict needs")
                .doesNotContain("Alarms");
    }

    @Test
    void compare_noVerdict_saysWhy() throws IOException {
        Path base = jmh("base", "17", "[[100], [101]]");
        Path head = jmh("head", "17", "[[0], [\"NaN\"]]");

        assertThat(compare(base, head).out())
                .contains("B.c wall: A figure is missing, zero, negative or not a number: there is no ratio.");
        assertThat(compare(base, base).out()).contains("Warning: Unpaired: base and head ran one after the other");
    }

    @Test
    void run_noJarsOrNoBenchmarks_isOneLineOfUsage() throws IOException {
        Path text = Files.writeString(directory.resolve("text.jar"), "no jar");

        assertUsage(Run.of("gate", "run"), "two jars are needed");
        assertUsage(gateRun(text, text), "text.jar: cannot be read as a jar");
        assertUsage(Run.of("gate"), "a command is needed");
    }

    @Test
    void compare_exitCodes_tellTheCases() throws IOException {
        String forks = "[[100], [101], [100], [99], [100]]";
        Path base = jmh("base", "17", forks);
        Path slower = jmh("slower", "17", "[[150], [151], [150], [149], [150]]");
        Path other = jmh("other", "21", forks);
        Path single = jmh("single", "17", "[[100]]");

        assertThat(compare(base, base).code()).isEqualTo(ExitCode.OK);
        assertThat(compare(base, slower).code()).isEqualTo(ExitCode.FAILED);
        assertThat(compare(base, other).code()).isEqualTo(ExitCode.NOT_COMPARABLE);
        assertThat(compare(base, other).err())
                .contains("not comparable, they differ in jdkVersion")
                .hasLineCount(1);
        assertThat(compare(base, other, "--force").code()).isEqualTo(ExitCode.OK);
        assertThat(compare(base, single).code()).isEqualTo(ExitCode.OK);
        assertThat(compare(base, single, "--strict").code()).isEqualTo(ExitCode.USAGE);
        assertUsage(compare(base, directory.resolve("none.json")), "none.json");
    }

    @Test
    void history_addCheckShow_neverBlocks() throws IOException {
        Path history = directory.resolve("history.jsonl");
        for (int commit = 0; commit < 20; commit++) {
            Path result = jmh("jmh", "17", commit < 12 ? "[[100], [101]]" : "[[150], [151]]");
            assertThat(Run.of(
                                    "gate",
                                    "history",
                                    "add",
                                    result.toString(),
                                    "--file",
                                    history.toString(),
                                    "--commit",
                                    "c" + commit)
                            .code())
                    .isEqualTo(ExitCode.OK);
        }

        Run check = Run.of("gate", "history", "check", history.toString());
        Run show = Run.of("gate", "history", "show", history.toString());

        assertThat(check.code()).as(check.err()).isEqualTo(ExitCode.OK);
        assertThat(check.out())
                .contains("worse  +49.8 %")
                .contains("since c12")
                .contains("1 series, 20 points: 1 alarm");
        assertThat(show.out()).contains("B.c").contains("c12");
        Run json = Run.of("gate", "history", "show", history.toString(), "--json", "-");
        assertThat(json.out())
                .contains("\"series\": \"B.c\"", "\"points\": 20", "\"since\": \"c12\"", "\"latest\": 150");
    }

    private Run gateRun(Path base, Path head) {
        return gateRun(base, head, 6);
    }

    private Run gateRun(Path base, Path head, int pairs) {
        return Run.of(
                "gate",
                "run",
                "--base",
                base.toString(),
                "--head",
                head.toString(),
                "--pairs",
                Integer.toString(pairs),
                "--windows",
                "1",
                "--out",
                path("out"));
    }

    private Run compare(Path base, Path head, String... more) {
        String[] words = new String[6 + more.length];
        System.arraycopy(
                new String[] {"gate", "compare", base.toString(), head.toString(), "--out", path("compared")},
                0,
                words,
                0,
                6);
        System.arraycopy(more, 0, words, 6, more.length);
        return Run.of(words);
    }

    private static void assertUsage(Run run, String message) {
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(message).hasLineCount(1);
    }

    private Path jmh(String name, String jdk, String forks) throws IOException {
        return Files.writeString(directory.resolve(name + ".json"), """
                [{"benchmark": "a.B.c", "mode": "avgt", "threads": 1, "jdkVersion": "%s",
                  "primaryMetric": {"scoreUnit": "ns/op", "rawData": %s}}]
                """.formatted(jdk, forks));
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }
}
