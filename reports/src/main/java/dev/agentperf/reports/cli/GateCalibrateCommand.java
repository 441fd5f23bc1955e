package dev.agentperf.reports.cli;

import dev.agentperf.reports.gate.Calibration;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.machine.EngineProbe;
import dev.agentperf.reports.view.Figures;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gate calibrate}: a build against itself. */
@Command(
        name = "calibrate",
        description = "Compare a jar with itself: how often this machine alarms on nothing, and what it can detect.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf gate calibrate benchmarks.jar --out calibration",
            "  agentperf gate run --base a.jar --head b.jar --calibration calibration/gate.json"
        })
final class GateCalibrateCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final EngineProbe engine;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private CommandSpec spec;

    @Parameters(paramLabel = "JAR", description = "A jar with JMH benchmarks.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private Path jar;

    @Mixin
    private final GateMeasureOptions options = new GateMeasureOptions();

    @Mixin
    private final GateOutOption out = new GateOutOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    GateCalibrateCommand(Terminal terminal, EngineProbe engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws InterruptedException {
        json.check();
        out.check();
        GateReport report = new GateMeasurement(terminal, engine, CommandLineText.of(spec))
                .run(options.request(GateReport.Kind.CALIBRATE, jar, jar, out.open()));
        json.write(terminal, report);
        int code = out.finish(json.text(terminal), report);
        tell(json.text(terminal), report.calibration());
        return code;
    }

    private static void tell(PrintWriter text, @Nullable Calibration calibration) {
        if (calibration != null) {
            text.println("Alarms on unchanged code: " + calibration.alarms() + " of " + calibration.comparisons()
                    + " (95 % interval " + Figures.percent(calibration.rateLow()) + " to "
                    + Figures.percent(calibration.rateHigh()) + "), before confirmation "
                    + Figures.percent(calibration.relabelled()) + " with base and head swapped at random.");
        }
    }
}
