package dev.agentperf.reports.cli;

import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.read.GateInput;
import dev.agentperf.reports.gate.read.GateInputs;
import dev.agentperf.reports.gate.read.ResultComparison;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gate compare}: compares results that exist already. */
@Command(
        name = "compare",
        description = {
            "Compare two results: JMH's JSON with several forks, HdrHistogram logs (.hlog), simulation.json,",
            "starts.json, predictions.json, targets.json, or the directories that `run --out` wrote.",
            "Weaker than `gate run`: what drifts between two runs looks like a change."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf gate compare base.json head.json",
            "  agentperf gate compare out-july out-august     everything that `run` measured"
        })
final class GateCompareCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "BASE", description = "What the change is measured against.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private Path base;

    @Parameters(index = "1", paramLabel = "HEAD", description = "The change.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private Path head;

    @Option(
            names = "--force",
            negatable = true,
            fallbackValue = "true",
            description = "Compare results of different environments all the same.")
    private boolean force;

    @Mixin
    private final GateOutOption out = new GateOutOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    GateCompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        json.check();
        out.check();
        GateInput left = GateInputs.read(base);
        GateInput right = GateInputs.read(head);
        GateReport report = force ? ResultComparison.forced(left, right) : ResultComparison.of(left, right);
        json.write(terminal, report);
        return out.finish(json.text(terminal), report);
    }
}
