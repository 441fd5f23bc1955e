package dev.agentperf.reports.cli;

import dev.agentperf.predict.ResourcePredictor;
import dev.agentperf.reports.model.Predictions;
import dev.agentperf.reports.model.Predictions.PredictorRun;
import dev.agentperf.reports.run.UsagePredictions;
import dev.agentperf.reports.view.Figures;
import dev.agentperf.simulator.trace.UsageRuns;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code predict}: how each predictor would have done on recorded usage. */
@Command(
        name = "predict",
        description = "Replay recorded usage: each run is predicted first, then compared, then learned.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf predict --usage usage.jsonl",
            "  agentperf predict --usage usage.jsonl --target-miss 0.02 --predictors mean-buffer --json -"
        })
final class PredictCommand implements Callable<Integer> {
    private static final List<String> HEAD = List.of("predictor", "resource", "runs", "missed", "slack", "worst type");

    private final Terminal terminal;

    @Option(
            names = "--usage",
            paramLabel = "FILE",
            required = true,
            description = "JSON lines {type, cpuSeconds, memoryMb, durationSeconds}, one run a line, .gz allowed.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private Path usage;

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
    private final JsonOption json = new JsonOption();

    PredictCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        json.check();
        UsagePredictions predictions = new UsagePredictions(predictors, targetMiss);
        List<String> notes = observe(predictions);
        Predictions result = predictions.result();
        if (result.runs().isEmpty()) {
            throw new IllegalArgumentException(
                    usage
                            + ": holds no second run of a type with a resource, expected cpuSeconds, memoryMb or durationSeconds");
        }
        json.write(terminal, result);
        print(result, json.text(terminal));
        notes.forEach(note -> json.text(terminal).println("Note: " + note));
        return ExitCode.OK;
    }

    private List<String> observe(UsagePredictions predictions) {
        try (UsageRuns runs = UsageRuns.open(usage);
                Progress.Task task = Progress.on(terminal).start("predict", 0)) {
            for (UsageRuns.Run run = runs.next(); run != null; run = runs.next()) {
                predictions.observe(run.type(), run.usage());
                task.advance(1);
            }
            return runs.notes();
        }
    }

    private static void print(Predictions result, PrintWriter out) {
        TextTable table = new TextTable(HEAD);
        for (PredictorRun run : result.runs()) {
            table.add(List.of(
                    run.predictor(),
                    run.resource(),
                    Figures.count(run.predictions()),
                    Figures.percent(run.missRate()),
                    Figures.number(run.slack()),
                    Figures.percent(run.worstTypeMissRate())));
        }
        table.print(out);
    }
}
