package dev.agentperf.reports.cli;

import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.machine.EngineProbe;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gate run}: measures two builds in interleaved forks. */
@Command(
        name = "run",
        description = {
            "Measure two jars of JMH benchmarks in interleaved forks and fail on a confirmed regression.",
            "Stopped with Ctrl-C, the same command goes on where it was."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf gate run --base base.jar --head head.jar",
            "  agentperf gate run --base base.jar --head head.jar --include Cache --budget 5m"
        })
final class GateRunCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final EngineProbe engine;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private CommandSpec spec;

    @Option(names = "--base", paramLabel = "JAR", description = "What the change is measured against.")
    private @Nullable Path base;

    @Option(names = "--head", paramLabel = "JAR", description = "The change.")
    private @Nullable Path head;

    @Mixin
    private final GateMeasureOptions options = new GateMeasureOptions();

    @Mixin
    private final GateOutOption out = new GateOutOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    GateRunCommand(Terminal terminal, EngineProbe engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws InterruptedException {
        json.check();
        if (base == null || head == null) {
            throw new ParameterException(spec.commandLine(), "two jars are needed, --base and --head");
        }
        GateReport report = new GateMeasurement(terminal, engine, CommandLineText.of(spec))
                .run(options.request(GateReport.Kind.RUN, base, head, out.open()));
        json.write(terminal, report);
        return out.finish(json.text(terminal), report);
    }
}
