package dev.agentperf.reports.cli;

import dev.agentperf.reports.export.ResultsDirectory;
import dev.agentperf.reports.machine.EngineProbe;
import dev.agentperf.reports.model.PoolLoads;
import dev.agentperf.reports.pool.Load;
import dev.agentperf.reports.run.OpenRuntime;
import dev.agentperf.reports.run.PoolJob;
import dev.agentperf.reports.run.Profile;
import dev.agentperf.reports.run.RunEnvironment;
import dev.agentperf.reports.run.Runtimes;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pool}: the pool under load, alone. */
@Command(
        name = "pool",
        description = "Put the warm pool under load on a real runtime: open arrivals, bursts, overload.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf pool                                   half a minute, a smoke test",
            "  agentperf pool --runtime docker --profile full   what `run --profile full` measures",
            "  agentperf pool --profile full --loads reused     the engine's own rate and one load"
        })
final class PoolCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final EngineProbe engine;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private CommandSpec spec;

    @Option(
            names = "--profile",
            paramLabel = "DEPTH",
            completionCandidates = Choice.OfProfile.class,
            defaultValue = "quick",
            description = "quick (half a minute) or full (minutes, a hundred containers at once; default: quick).")
    private Profile profile = Profile.QUICK;

    @Option(
            names = "--loads",
            split = ",",
            paramLabel = "LOAD",
            completionCandidates = Choice.OfLoad.class,
            description = "Only these of ${COMPLETION-CANDIDATES} (default: all).")
    private Set<Load> loads = EnumSet.allOf(Load.class);

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "What the arrivals are drawn from (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private final RuntimeOptions runtime = new RuntimeOptions();

    @Mixin
    private final OutOption out = new OutOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    PoolCommand(Terminal terminal, EngineProbe engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() {
        json.check();
        out.check();
        try (RunProgress progress = new RunProgress(terminal);
                OpenRuntime open = new Runtimes(runtime.image(), progress).open(runtime.runtime())) {
            if (open == null) {
                throw new IllegalArgumentException("--runtime must be auto, docker or process, was simulated");
            }
            ResultsDirectory results = out.open();
            results.clear();
            results.write(RunEnvironment.now(Version.current(), CommandLineText.of(spec), profile, seed, open, engine));
            PoolLoads measured = new PoolJob(profile, seed, loads, progress).run(open);
            results.write(measured);
            progress.done();
            return report(results, measured);
        }
    }

    private int report(ResultsDirectory results, PoolLoads loads) {
        RenderedReport rendered = RenderedReport.of(results);
        json.write(terminal, loads);
        PoolTable.print(loads, json.text(terminal));
        json.text(terminal).println("Report: " + rendered.html());
        return ExitCode.OK;
    }
}
