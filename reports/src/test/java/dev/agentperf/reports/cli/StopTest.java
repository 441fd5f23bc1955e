package dev.agentperf.reports.cli;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, sent to a process of its own in the midst of its work. */
final class StopTest {
    private static final Path KILL = Path.of("/bin/kill");

    @TempDir
    private Path directory;

    private Path trace;

    @BeforeEach
    void makeTrace() {
        Assumptions.assumeTrue(Files.isExecutable(KILL), "needs kill");
        trace = directory.resolve("a.jsonl.gz");
        Run.of("generate", "--sessions", "4000", "--out", trace.toString());
    }

    @Test
    void sweep_keepsTheCellsThatAreDone_andGoesOn() throws Exception {
        StringBuilder seeds = new StringBuilder("1");
        for (int seed = 2; seed <= 40; seed++) {
            seeds.append(',').append(seed);
        }
        Path grid = Files.writeString(
                directory.resolve("grid.json"),
                "{\"policies\":[\"hybrid\"],\"coldStart\":[\"1s\"],\"seed\":[" + seeds + "]}");
        Path out = directory.resolve("cells.jsonl");
        Path journal = directory.resolve("cells.jsonl.partial");

        Stopped stopped = stop(
                anything -> lines(journal) >= 3,
                "sweep",
                "--trace",
                trace.toString(),
                "--grid",
                grid.toString(),
                "--out",
                out.toString(),
                "--cores",
                "1");

        assertThat(stopped.code()).isEqualTo(Stop.EXIT_CODE);
        assertThat(stopped.lastLine())
                .isEqualTo("agentperf: stopped; the cells that are done lie in " + out
                        + ".partial, the same command goes on from there");
        assertThat(out).doesNotExist();
        long done = lines(journal);
        assertThat(done).isBetween(3L, 39L);
        Run rest = Run.of(
                "sweep", "--trace", trace.toString(), "--grid", grid.toString(), "--out", out.toString(), "--quiet");
        assertThat(rest.out()).contains("40 cells written", " of them known from an earlier run");
        assertThat(rest.out()).doesNotContain(" 0 of them known");
        assertThat(lines(out)).isEqualTo(40);
    }

    @Test
    void gateRun_keepsTheForksThatAreDone_andGoesOn() throws Exception {
        Path jar = FakeBenchmarks.jar(directory, "same", "a.B.one:100", "a.B.two:100");
        Path out = directory.resolve("gate");
        String[] command = {
            "gate",
            "run",
            "--base",
            jar.toString(),
            "--head",
            jar.toString(),
            "--windows",
            "1",
            "--pairs",
            "6",
            "--out",
            out.toString()
        };

        Stopped stopped = stop(line -> line.startsWith("pair 2 of"), command);

        assertThat(stopped.code()).isEqualTo(Stop.EXIT_CODE);
        assertThat(stopped.lastLine())
                .isEqualTo("agentperf: stopped; the forks that are done lie in " + out
                        + ", the same command goes on from there");
        assertThat(out.resolve("gate.json")).doesNotExist();
        Run rest = Run.of(command);
        assertThat(rest.code()).as(rest.err()).isZero();
        assertThat(rest.err()).contains("going on with a run that was stopped: ");
        assertThat(rest.out()).contains("No regression.");
    }

    @Test
    void run_reportsThePartsThatAreDone() throws Exception {
        Path out = directory.resolve("out");

        // The benchmarks come last, and take minutes.
        Stopped stopped = stop(
                line -> line.startsWith("JMH suites"),
                "run",
                "--runtime",
                "simulated",
                "--trace",
                trace.toString(),
                "--out",
                out.toString());

        assertThat(stopped.code()).isEqualTo(Stop.EXIT_CODE);
        assertThat(stopped.lastLine())
                .isEqualTo("agentperf: stopped; what is done is in " + out.resolve("report.html"));
        assertThat(out.resolve("results/simulation.json")).isNotEmptyFile();
        assertThat(out.resolve("report.html")).content().contains("fixed:10");
        assertThat(Run.of("report", out.toString()).code()).isZero();
    }

    @Test
    void generate_leavesTheTargetAsItWas() throws Exception {
        Path out = Files.writeString(directory.resolve("old.jsonl"), "old");

        Stopped stopped = stop(
                line -> Files.exists(directory.resolve("old.jsonl.part")),
                "generate",
                "--sessions",
                "100000000",
                "--out",
                out.toString());

        assertThat(stopped.code()).isEqualTo(Stop.EXIT_CODE);
        assertThat(out).hasContent("old");
        assertThat(directory.resolve("old.jsonl.part")).doesNotExist();
    }

    /*
     * Ctrl-C as soon as a line, or what else the condition looks at, says that the work is under way. The child inherits
     * from a build in the background of a script that Ctrl-C is to be ignored, and a JVM keeps to that.
     */
    private static Stopped stop(Predicate<String> underWay, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            boolean told = false;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (!told && awaits(underWay, line, process)) {
                    told = true;
                    assertThat(new ProcessBuilder(KILL.toString(), "-INT", String.valueOf(process.pid()))
                                    .start()
                                    .waitFor())
                            .isZero();
                }
            }
            assertThat(process.waitFor(1, MINUTES)).isTrue();
            return new Stopped(process.exitValue(), lines);
        } finally {
            process.destroyForcibly();
        }
    }

    /* What no line tells is looked at after the first one. */
    private static boolean awaits(Predicate<String> underWay, String line, Process process)
            throws InterruptedException {
        if (line.contains(" ...") && !line.startsWith("JMH")) {
            for (int i = 0; i < 600 && process.isAlive() && !underWay.test(line) && isSilent(line); i++) {
                process.waitFor(50, TimeUnit.MILLISECONDS);
            }
        }
        return underWay.test(line);
    }

    private static boolean isSilent(String line) {
        return line.startsWith("sweep") || line.startsWith("generate");
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).count();
        } catch (IOException absent) {
            return 0;
        }
    }

    private record Stopped(int code, List<String> lines) {
        String lastLine() {
            return lines.get(lines.size() - 1);
        }
    }
}
