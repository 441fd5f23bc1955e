package dev.agentperf.reports.cli;

import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.PairedComparison;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.run.Forecast;
import dev.agentperf.reports.gate.run.ForkTask;
import dev.agentperf.reports.gate.run.GateListener;
import dev.agentperf.reports.gate.run.GateRequest;
import dev.agentperf.reports.gate.run.GateRun;
import dev.agentperf.reports.gate.run.Phase;
import dev.agentperf.reports.machine.Doctor;
import dev.agentperf.reports.machine.EngineProbe;
import dev.agentperf.reports.machine.MachineProbe;
import dev.agentperf.reports.model.Environment;
import dev.agentperf.reports.view.Figures;
import dev.agentperf.reports.view.GateWords;
import dev.agentperf.time.Durations;
import dev.agentperf.time.WallClock;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** Runs a gate and tells a waiting person what it will find, how far it is, and when it ends. */
final class GateMeasurement implements GateListener {
    private final Terminal terminal;
    private final EngineProbe engine;
    private final String commandLine;

    GateMeasurement(Terminal terminal, EngineProbe engine, String commandLine) {
        this.terminal = terminal;
        this.engine = engine;
        this.commandLine = commandLine;
    }

    GateReport run(GateRequest request) throws InterruptedException {
        GateRun run = new GateRun(request, this);
        List<Subject> subjects = run.subjects();
        tell(request, run.forecast(subjects));
        terminal.stop()
                .leave(() -> terminal.err()
                        .println("agentperf: stopped; the forks that are done lie in " + request.work()
                                + ", the same command goes on from there"));
        return run.execute(subjects, environment());
    }

    private void tell(GateRequest request, Forecast forecast) {
        PrintWriter notes = terminal.notes();
        if (forecast.benchmarks() < forecast.effects().size()) {
            notes.println("the budget holds the " + PairedComparison.FEWEST + " pairs that a verdict needs of "
                    + forecast.benchmarks() + " of "
                    + Figures.count(forecast.effects().size(), "benchmark")
                    + ": these are drawn by the seed, others the next time (--include and --budget choose)");
        }
        notes.println(Figures.count(forecast.benchmarks(), "benchmark") + ", about "
                + Figures.count(forecast.pairs(), "pair") + " of forks each within "
                + Durations.format(request.budget()) + " (" + Figures.seconds(forecast.seconds()) + ")");
        if (forecast.pairs() < PairedComparison.FEWEST) {
            notes.println(Figures.count(forecast.pairs(), "pair") + " are too few for a verdict, "
                    + PairedComparison.FEWEST + " are needed");
            return;
        }
        notes.println("CPU time: changes from "
                + GateWords.share(forecast.worst()) + " on are found four times in five, "
                + (forecast.measured()
                        ? "by the calibration; of each benchmark:"
                        : "if pairs spread by 2 % (assumed: `agentperf gate calibrate` measures it)"));
        if (forecast.measured()) {
            forecast.effects()
                    .forEach(effect ->
                            notes.println("  " + effect.subject().shortName() + " " + GateWords.share(effect.share())));
        }
    }

    @Override
    public void pairDone(ForkTask last, Duration spent, Duration left) {
        terminal.notes()
                .println((last.phase() == Phase.SEARCH ? "pair " : "fresh pair ")
                        + last.pair() + " of " + last.subject().shortName() + " (" + time(spent)
                        + " spent, at most " + time(left) + " left)");
    }

    private static String time(Duration duration) {
        return Figures.seconds(duration.toMillis() / 1_000.0);
    }

    @Override
    public void note(String line) {
        terminal.notes().println(line);
    }

    private Environment environment() {
        MachineProbe machine = MachineProbe.system();
        return new Environment(
                Environment.SCHEMA_VERSION,
                Version.current(),
                WallClock.system().instant().toString(),
                commandLine,
                "gate",
                null,
                machine.machine(),
                machine.jvm(),
                null,
                new Doctor(machine, engine).warnings());
    }
}
