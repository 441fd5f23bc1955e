package dev.agentperf.reports.cli;

import static java.util.Objects.requireNonNull;

import dev.agentperf.predict.ResourcePredictor;
import dev.agentperf.reports.model.PatternScores;
import dev.agentperf.reports.model.PatternScores.PatternScore;
import dev.agentperf.reports.model.Predictions;
import dev.agentperf.reports.run.NextToolReplay;
import dev.agentperf.reports.run.UsagePredictions;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.UsageRuns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code predict}: how each predictor would have done on recorded usage, and how well the next tool is guessed. */
@Command(
        name = "predict",
        description = "Replay recorded usage, or recorded tool calls: each run is predicted first, then compared, then "
                + "learned.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf predict --usage usage.jsonl",
            "  agentperf predict --usage usage.jsonl --target-miss 0.02 --predictors mean-buffer --json -",
            "  agentperf predict --trace runs.jsonl.gz --out out   with the slack-miss curves in out/report.html",
            "  agentperf predict --patterns runs.jsonl.gz"
        })
final class PredictCommand implements Callable<Integer> {
    private static final List<String> SOURCES = List.of("--usage", "--trace", "--patterns");

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private CommandSpec spec;

    @Option(
            names = "--usage",
            paramLabel = "FILE",
            description = "JSON lines {type, cpuSeconds, memoryMb, durationSeconds}, one run a line, .gz allowed.")
    private @Nullable Path usage;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            arity = "1..*",
            split = TraceFiles.SPLIT,
            splitSynopsisLabel = " ",
            description = "Traces, whose sessions' recorded usage and durations are predicted.")
    private List<Path> traces = List.of();

    @Option(
            names = "--patterns",
            paramLabel = "FILE",
            arity = "1..*",
            split = TraceFiles.SPLIT,
            splitSynopsisLabel = " ",
            description = "Traces, whose next tool is guessed; each file on its own.")
    private List<Path> patterns = List.of();

    @Option(
            names = "--target-miss",
            paramLabel = "SHARE",
            converter = ShareConverter.class,
            defaultValue = "0.05",
            description = "The share of runs that may exceed their limit (default: ${DEFAULT-VALUE}).")
    private double targetMiss = 0.05;

    @Option(
            names = "--predictors",
            paramLabel = "NAME",
            split = ",",
            description = "Which predictors, with commas (default: all).")
    private List<String> predictors = ResourcePredictor.names();

    @Mixin
    private final PageOption page = new PageOption();

    @Mixin
    private final TraceInput input = new TraceInput();

    @Mixin
    private final JsonOption json = new JsonOption();

    PredictCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        json.check();
        return switch (source()) {
            case "--usage" -> predictUsage(List.of(requireNonNull(usage)), this::observe);
            case "--trace" -> predictUsage(traces, this::observeTraces);
            default -> predictTools();
        };
    }

    /* Exactly one: of those on the command line if there are any, else of those in the configuration. */
    private String source() {
        List<String> typed = SOURCES.stream()
                .filter(spec.commandLine().getParseResult()::hasMatchedOption)
                .toList();
        List<String> given =
                typed.isEmpty() ? SOURCES.stream().filter(this::isGiven).toList() : typed;
        if (given.size() != 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "exactly one of --usage, --trace and --patterns is needed"
                            + (given.isEmpty() ? "" : ", were " + String.join(" and ", given)));
        }
        return given.get(0);
    }

    private boolean isGiven(String source) {
        return switch (source) {
            case "--usage" -> usage != null;
            case "--trace" -> !traces.isEmpty();
            default -> !patterns.isEmpty();
        };
    }

    private int predictUsage(List<Path> files, Observer observer) {
        if (predictors.isEmpty()) {
            throw new IllegalArgumentException(
                    "--predictors must name at least one of " + String.join(", ", ResourcePredictor.names()));
        }
        page.open();
        UsagePredictions predictions =
                UsagePredictions.withCurves(predictors.stream().distinct().toList(), targetMiss);
        List<String> notes = observer.observe(files, predictions);
        Predictions result = predictions.result();
        if (result.runs().isEmpty()) {
            throw new IllegalArgumentException(
                    files.get(0)
                            + ": holds no second run of a type with a resource, expected cpuSeconds, memoryMb or durationSeconds");
        }
        json.write(terminal, result);
        PredictionTable.print(result, targetMiss, json.text(terminal));
        note(notes);
        page.write(json.text(terminal), null, results -> results.write(result));
        return ExitCode.OK;
    }

    private List<String> observe(List<Path> files, UsagePredictions predictions) {
        try (UsageRuns runs = UsageRuns.open(files.get(0));
                Progress.Task task = Progress.on(terminal).start("predict", 0)) {
            for (UsageRuns.Run run = runs.next(); run != null; run = runs.next()) {
                predictions.observe(run.type(), run.usage());
                task.advance(1);
            }
            task.done();
            return runs.notes();
        }
    }

    private List<String> observeTraces(List<Path> files, UsagePredictions predictions) {
        try (SessionStream sessions = input.watched(files, "predict", terminal)) {
            predictions.observeAll(sessions);
            return sessions.notes();
        }
    }

    /* Each file on its own: what one agent learned says nothing about another one's tools of the same name. */
    private int predictTools() {
        List<PatternScore> scores = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Path trace : patterns) {
            NextToolReplay replay = new NextToolReplay();
            try (SessionStream sessions = input.watched(List.of(trace), "predict", terminal)) {
                replay.observeAll(sessions);
                notes.addAll(sessions.notes());
            }
            scores.addAll(replay.scores(String.valueOf(trace.getFileName())));
        }
        if (scores.isEmpty()) {
            throw new IllegalArgumentException(patterns.get(0) + ": holds no tool call, expected tool steps");
        }
        PatternScores result = new PatternScores(Predictions.SCHEMA_VERSION, scores);
        json.write(terminal, result);
        PredictionTable.print(result, json.text(terminal));
        note(notes);
        return ExitCode.OK;
    }

    private void note(List<String> notes) {
        notes.forEach(note -> json.text(terminal).println("Note: " + note));
    }

    /** Lets every predictor predict what files hold, and returns what could not be read of them. */
    private interface Observer {
        List<String> observe(List<Path> files, UsagePredictions predictions);
    }
}
