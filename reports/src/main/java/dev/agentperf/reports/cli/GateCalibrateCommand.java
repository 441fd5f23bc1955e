package dev.agentperf.reports.cli;

import dev.agentperf.reports.gate.Calibration;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.machine.EngineProbe;
import dev.agentperf.reports.view.GateRemarks;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

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
    @Parameters(paramLabel = "JAR", description = "A jar with JMH benchmarks.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private Path jar;

    @Mixin
    private final GateJob job;

    GateCalibrateCommand(Terminal terminal, EngineProbe engine) {
        this.job = new GateJob(terminal, engine);
    }

    @Override
    public Integer call() throws InterruptedException {
        job.check();
        GateReport report = job.measure(GateReport.Kind.CALIBRATE, jar, jar);
        int code = job.finish(report);
        Calibration calibration = report.calibration();
        if (calibration != null) {
            job.text().println(GateRemarks.calibration(report, calibration));
        }
        return code;
    }
}
