package dev.agentperf.reports.cli;

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
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
    private final Terminal terminal;

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Option(
            names = "--target-miss",
            paramLabel = "SHARE",
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

    /** Where runs come from: exactly one of the three. */
    static final class Source {
        @Option(
                names = "--usage",
                paramLabel = "FILE",
                required = true,
                description = "JSON lines {type, cpuSeconds, memoryMb, durationSeconds}, one run a line, .gz allowed.")
        private @Nullable Path usage;

        @Option(
                names = "--trace",
                paramLabel = "FILE",
                required = true,
                arity = "1..*",
                description = "Traces, whose sessions' recorded usage and durations are predicted.")
        private List<Path> traces = List.of();

        @Option(
                names = "--patterns",
                paramLabel = "FILE",
                required = true,
                arity = "1..*",
                description = "Traces, whose next tool is guessed; each file on its own.")
        private List<Path> patterns = List.of();
    }

    PredictCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        json.check();
        return source.patterns.isEmpty() ? predictUsage() : predictTools();
    }

    private int predictUsage() {
        page.open();
        UsagePredictions predictions = UsagePredictions.withCurves(predictors, targetMiss);
        List<String> notes = source.usage == null ? observeTraces(predictions) : observe(source.usage, predictions);
        Predictions result = predictions.result();
        if (result.runs().isEmpty()) {
            throw new IllegalArgumentException(
                    (source.usage == null ? source.traces.get(0) : source.usage)
                            + ": holds no second run of a type with a resource, expected cpuSeconds, memoryMb or durationSeconds");
        }
        json.write(terminal, result);
        PredictionTable.print(result, targetMiss, json.text(terminal));
        note(notes);
        page.write(json.text(terminal), null, results -> results.write(result));
        return ExitCode.OK;
    }

    private List<String> observe(Path usage, UsagePredictions predictions) {
        try (UsageRuns runs = UsageRuns.open(usage);
                Progress.Task task = Progress.on(terminal).start("predict", 0)) {
            for (UsageRuns.Run run = runs.next(); run != null; run = runs.next()) {
                predictions.observe(run.type(), run.usage());
                task.advance(1);
            }
            return runs.notes();
        }
    }

    private List<String> observeTraces(UsagePredictions predictions) {
        try (SessionStream sessions = input.open(source.traces)) {
            predictions.observeAll(sessions);
            return sessions.notes();
        }
    }

    /* Each file on its own: what one agent learned says nothing about another one's tools of the same name. */
    private int predictTools() {
        List<PatternScore> scores = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Path trace : source.patterns) {
            NextToolReplay replay = new NextToolReplay();
            try (SessionStream sessions = input.open(List.of(trace))) {
                replay.observeAll(sessions);
                notes.addAll(sessions.notes());
            }
            scores.addAll(replay.scores(String.valueOf(trace.getFileName())));
        }
        if (scores.isEmpty()) {
            throw new IllegalArgumentException(source.patterns.get(0) + ": holds no tool call, expected tool steps");
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
}
