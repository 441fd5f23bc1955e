package dev.agentperf.reports.cli;

import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.machine.EngineProbe;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A gate that measures: the options of {@code gate run} and {@code gate calibrate}, and what they do alike. */
final class GateJob {
    private final Terminal terminal;
    private final EngineProbe engine;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private CommandSpec spec;

    @Mixin
    private final GateMeasureOptions options = new GateMeasureOptions();

    @Mixin
    private final GateOutOption out = new GateOutOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    GateJob(Terminal terminal, EngineProbe engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    /** Finds out, before any work, whether what comes of it can be written. */
    void check() {
        json.check();
        out.check();
    }

    /** Returns where everything goes; the directory exists. */
    Path directory() {
        return out.open();
    }

    /** Returns where text for people goes. */
    PrintWriter text() {
        return json.text(terminal);
    }

    /** Measures two jars. */
    GateReport measure(GateReport.Kind kind, Path base, Path head) throws InterruptedException {
        InputFile.check(base, "a jar with JMH benchmarks");
        InputFile.check(head, "a jar with JMH benchmarks");
        return new GateMeasurement(terminal, engine, CommandLineText.of(spec))
                .run(options.request(kind, base, head, directory()));
    }

    /** Writes every output, says what came of it, and returns the exit code. */
    int finish(GateReport report) {
        json.write(terminal, report);
        return out.finish(text(), report);
    }
}
