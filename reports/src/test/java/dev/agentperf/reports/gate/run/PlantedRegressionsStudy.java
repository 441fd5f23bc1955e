package dev.agentperf.reports.gate.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.Verdict;
import dev.agentperf.reports.gate.stats.AlphaSpending;
import dev.agentperf.reports.view.GateWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants three regressions in a copy of this project's own benchmarks and lets the gate find them, each on its metric,
 * within the default budget: {@code mvn -pl reports -am -Pplanted test}, some twenty minutes.
 */
final class PlantedRegressionsStudy {
    private static final String CACHE = "jmh/src/main/java/dev/agentperf/jmh/cache/CacheBenchmark.java";
    private static final String PREDICTOR = "jmh/src/main/java/dev/agentperf/jmh/predict/PredictorBenchmark.java";
    private static final String MAP_HIT = "return map.get(draws[position.advance()]);";
    private static final String HITS =
            "String last = null; for (int i = 0; i < %d; i++) { last = map.get(draws[position.advance()]); } return last;";

    @TempDir
    private Path directory;

    @Test
    void run_allocationLockAndTenPercentMoreWork_areEachFound() throws Exception {
        Change onePredictor = new Change(PREDICTOR, "@Param({\"cost\", \"mean-buffer\"})", "@Param(\"cost\")");
        Path base = build("base", onePredictor, new Change(CACHE, MAP_HIT, HITS.formatted(10)));
        Path head = build(
                "head",
                onePredictor,
                new Change(CACHE, MAP_HIT, HITS.formatted(11)),
                new Change(
                        CACHE,
                        "private final String[] draws",
                        "public Object trash = this; private final String[] draws"),
                new Change(
                        CACHE,
                        "return ours.get(draws[position.advance()]);",
                        "trash = new Object(); return ours.get(draws[position.advance()]);"),
                new Change(
                        PREDICTOR,
                        "return learned.predict(AgentType.REACT);",
                        "synchronized (learned) { return learned.predict(AgentType.REACT); }"));

        GateReport report = gate(base, head);

        report.comparisons().forEach(PlantedRegressionsStudy::tell);
        Map<String, Verdict> verdicts = report.comparisons().stream()
                .collect(Collectors.toMap(
                        one -> one.subject().shortName() + " " + one.metric().name(), Comparison::verdict));
        assertThat(verdicts)
                .containsEntry("CacheBenchmark.hitOurs alloc", Verdict.REGRESSED)
                .containsEntry("PredictorBenchmark.predict (predictor=cost) cpu", Verdict.REGRESSED)
                .containsEntry("CacheBenchmark.hitConcurrentHashMap cpu", Verdict.REGRESSED);
    }

    private GateReport gate(Path base, Path head) throws InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        GateRequest request = new GateRequest(
                GateReport.Kind.RUN,
                new Builds(BenchmarkJar.open(base), BenchmarkJar.open(head), java, List.of()),
                "CacheBenchmark.hit(Ours|ConcurrentHashMap)|PredictorBenchmark.predict",
                List.of(Metric.CPU, Metric.ALLOC, Metric.WALL),
                AlphaSpending.STANDARD,
                GatePlan.DEFAULT_BUDGET,
                Optional.of(1L),
                Optional.of(new ForkShape(14, Duration.ofMillis(250))),
                directory.resolve("gate"),
                Optional.empty());
        GateRun run = new GateRun(request, GateListener.NONE);
        return run.execute(run.subjects(), null);
    }

    private static void tell(Comparison one) {
        System.out.printf(
                "%s %s: %s, %s (%s) after %d pairs%n",
                one.subject().shortName(),
                one.metric().name(),
                GateWords.verdict(one.verdict()),
                GateWords.change(one),
                GateWords.interval(one),
                one.base().size());
    }

    private Path build(String name, Change... changes) throws IOException, InterruptedException {
        Path root = Path.of("..").toRealPath();
        Path copy = Files.createDirectory(directory.resolve(name));
        for (String part : List.of(".mvn", "pom.xml", "core", "simulator", "jmh", "reports/pom.xml")) {
            copy(root.resolve(part), copy.resolve(part));
        }
        for (Change change : changes) {
            change.applyIn(copy);
        }
        Path log = directory.resolve("build.log");
        List<String> maven =
                List.of("mvn", "-o", "-q", "-B", "-DskipTests", "-Dspotless.check.skip", "-pl", "jmh", "-am");
        int code =
                ChildJvm.run(Stream.concat(maven.stream(), Stream.of("package")).toList(), copy, log);
        assertThat(code).as(Files.readString(log)).isZero();
        return copy.resolve("jmh/target/benchmarks.jar");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !from.relativize(file).startsWith("target"))
                    .forEach(file ->
                            copyFile(file, to.resolve(from.relativize(file).toString())));
        }
    }

    private static void copyFile(Path from, Path to) {
        try {
            Files.createDirectories(to.resolveSibling(""));
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What one of the two copies has where the suite itself has something else. */
    private record Change(String file, String from, String to) {
        void applyIn(Path root) throws IOException {
            Path source = root.resolve(file);
            String text = Files.readString(source, UTF_8);
            assertThat(text).contains(from);
            Files.writeString(source, text.replace(from, to), UTF_8);
        }
    }
}
