package dev.agentperf.reports.cli;

import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.run.BenchmarkJar;
import dev.agentperf.reports.gate.run.Builds;
import dev.agentperf.reports.gate.run.ForkShape;
import dev.agentperf.reports.gate.run.GateRequest;
import dev.agentperf.reports.gate.stats.AlphaSpending;
import dev.agentperf.reports.read.ResultsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every gate that runs forks can be told. */
final class GateMeasureOptions {
    private static final Duration WINDOW = Duration.ofMillis(250);

    @Option(
            names = "--include",
            paramLabel = "REGEX",
            defaultValue = ".*",
            description = "Only benchmarks whose name contains REGEX.")
    private String include = ".*";

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            defaultValue = "20m",
            description = "How long to search for changes (default: ${DEFAULT-VALUE}); a confirmation comes on top.")
    private Duration budget = Duration.ofMinutes(20);

    @Option(names = "--pairs", paramLabel = "N", description = "At most N pairs of forks a benchmark (default: 24).")
    private @Nullable Integer pairs;

    @Option(
            names = "--windows",
            paramLabel = "N",
            description = "Windows of 250 ms a fork (default: what the budget holds for ten pairs).")
    private @Nullable Integer windows;

    @Option(names = "--seed", paramLabel = "N", description = "Decides every order (default: from the clock, stored).")
    private @Nullable Long seed;

    @Option(names = "--java", paramLabel = "FILE", description = "The JVM that runs both (default: this one).")
    private @Nullable Path java;

    @Option(
            names = "--jvm-arg",
            paramLabel = "ARG",
            split = TraceFiles.SPLIT,
            splitSynopsisLabel = " ",
            description = "An argument for the JVM of every fork; may be repeated.")
    private List<String> jvmArgs = List.of();

    @Option(
            names = "--calibration",
            paramLabel = "FILE",
            description = "A gate.json of `gate calibrate`: its spread makes the forecast.")
    private @Nullable Path calibration;

    @Option(
            names = "--band",
            paramLabel = "METRIC=SHARE",
            split = ",",
            description = "An indifference band, such as cpu=0.03 (default: cpu 0.03, alloc 0.01, wall 0.05).")
    private Map<String, Double> bands = Map.of();

    GateRequest request(GateReport.Kind kind, Path base, Path head, Path work) {
        check();
        AlphaSpending spending = pairs == null ? AlphaSpending.STANDARD : AlphaSpending.STANDARD.upTo(pairs);
        return new GateRequest(
                kind,
                new Builds(BenchmarkJar.open(base), BenchmarkJar.open(head), program(), jvmArgs),
                include,
                metrics(),
                spending,
                budget,
                Optional.ofNullable(seed),
                Optional.ofNullable(windows).map(count -> new ForkShape(count, WINDOW)),
                work,
                Optional.ofNullable(calibration).map(file -> ResultsFile.read(file, GateReport.class)));
    }

    /* Before a jar is asked what it holds: JMH's own complaints are stack traces. */
    private void check() {
        try {
            Pattern unused = Pattern.compile(include);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "include must be a regular expression, was " + include + ": " + e.getDescription(), e);
        }
        if (!Files.isExecutable(program()) || Files.isDirectory(program())) {
            throw new IllegalArgumentException(program() + ": cannot be run, expected the java of a JDK");
        }
    }

    private List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        for (Metric metric : List.of(Metric.CPU, Metric.ALLOC, Metric.WALL)) {
            metrics.add(metric.withBand(bands.getOrDefault(metric.name(), metric.band())));
        }
        bands.keySet().stream()
                .filter(name ->
                        metrics.stream().noneMatch(metric -> metric.name().equals(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("metric must be cpu, alloc or wall, was " + name);
                });
        return metrics;
    }

    private Path program() {
        return java != null ? java : Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
