package dev.agentperf.reports.cli;

import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.reports.export.ResultsDirectory;
import dev.agentperf.reports.machine.EngineProbe;
import dev.agentperf.reports.model.Environment;
import dev.agentperf.reports.model.Target;
import dev.agentperf.reports.model.Targets;
import dev.agentperf.reports.read.ResultsException;
import dev.agentperf.reports.run.BenchmarkFailedException;
import dev.agentperf.reports.run.MainJob;
import dev.agentperf.reports.run.OpenRuntime;
import dev.agentperf.reports.run.Profile;
import dev.agentperf.reports.run.RunEnvironment;
import dev.agentperf.reports.run.RunPlan;
import dev.agentperf.reports.run.Runtimes;
import dev.agentperf.reports.view.Verdicts;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceScan;
import dev.agentperf.simulator.workload.ReferenceWorkload;
import dev.agentperf.simulator.workload.WorkloadConfig;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: the main job. */
@Command(
        name = "run",
        description = "Measure starts, replay traces, run the JMH suites, report against targets.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf run                                    the reference workload, here",
            "  agentperf run --runtime docker --trace runs.jsonl.gz --profile full --out july"
        })
final class RunCommand implements Callable<Integer> {
    /** Long enough for hundreds of bursts, short enough for seconds. */
    private static final long REFERENCE_SESSIONS = 5_000;

    private final Terminal terminal;
    private final EngineProbe engine;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private CommandSpec spec;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            arity = "1..*",
            split = TraceFiles.SPLIT,
            splitSynopsisLabel = " ",
            description = "Traces to replay as one (default: a synthetic one).")
    private List<Path> traces = List.of();

    @Option(
            names = "--profile",
            paramLabel = "DEPTH",
            completionCandidates = Choice.OfProfile.class,
            defaultValue = "quick",
            description = "quick (minutes, a smoke test of the benchmarks) or full (default: quick).")
    private Profile profile = Profile.QUICK;

    @Option(
            names = "--policies",
            paramLabel = "POLICY",
            split = ",",
            defaultValue = "fixed:10,keepalive:10m,hybrid,hazard:300,slo:0.99,adaptive:300",
            converter = PolicyConverter.class,
            description = "Policies to replay, the judged one first (default: ${DEFAULT-VALUE}).")
    private List<PoolPolicy> policies = List.of();

    @Option(names = "--no-bench", negatable = true, fallbackValue = "true", description = "Leave the JMH suites out.")
    private boolean withoutBenchmarks;

    @Option(
            names = "--enforce",
            negatable = true,
            fallbackValue = "true",
            description = "Exit with 1 if a target is missed or unmeasured.")
    private boolean enforce;

    @Mixin
    private final RuntimeOptions runtime = new RuntimeOptions();

    @Mixin
    private final OutOption out = new OutOption();

    @Mixin
    private final ContainerOptions containers = new ContainerOptions();

    @Mixin
    private final TraceInput input = new TraceInput();

    @Mixin
    private final JsonOption json = new JsonOption();

    RunCommand(Terminal terminal, EngineProbe engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws InterruptedException {
        json.check();
        out.check();
        RunPlan plan = plan();
        TraceScan scan = scan();
        return measure(plan, scan);
    }

    /* Before anything is opened or written: a trace that cannot be read leaves no trace of its own. */
    private TraceScan scan() {
        try (SessionStream sessions =
                new WatchedSessions(openTrace(), Progress.on(terminal).start("reading the trace", 0))) {
            TraceScan read = TraceScan.of(sessions);
            TraceInput.require(read.summary().sessions(), traces, sessions);
            return read;
        }
    }

    private int measure(RunPlan plan, TraceScan scan) throws InterruptedException {
        try (RunProgress progress = new RunProgress(terminal);
                OpenRuntime open = new Runtimes(plan.image(), progress).open(runtime.runtime())) {
            ResultsDirectory results = out.open();
            terminal.stop().leave(() -> reportOfParts(results, "stopped"));
            Environment environment = RunEnvironment.now(
                    Version.current(), CommandLineText.of(spec), plan.profile(), plan.seed(), open, engine);
            Targets targets = targets(new MainJob(plan, scan, results, progress), open, environment, results);
            progress.done();
            return report(results, targets);
        }
    }

    /* The benchmarks come last: where one fails, all else is measured, and half an hour of it is not to be lost. */
    private Targets targets(MainJob job, @Nullable OpenRuntime open, Environment environment, ResultsDirectory results)
            throws InterruptedException {
        try {
            return job.run(open, environment);
        } catch (BenchmarkFailedException failed) {
            reportOfParts(results, "a benchmark failed");
            throw failed;
        }
    }

    private int report(ResultsDirectory results, Targets targets) {
        RenderedReport rendered = RenderedReport.of(results);
        json.write(terminal, targets);
        json.text(terminal).println(Verdicts.answer(targets));
        json.text(terminal).println("Report: " + rendered.html());
        boolean allMet = targets.count(Target.Verdict.MET) == targets.targets().size();
        return enforce && !allMet ? ExitCode.FAILED : ExitCode.OK;
    }

    /* Each part is on disk as soon as it is done. JMH may begin at this very moment: hence the second look. */
    private void reportOfParts(ResultsDirectory results, String why) {
        String done = renderParts(results)
                .or(() -> renderParts(results))
                .map(html -> "what is done is in " + html)
                .orElse("nothing is done yet");
        terminal.err().println("agentperf: " + why + "; " + done);
    }

    /* JMH's file is there and empty from its beginning to its end. */
    private static Optional<Path> renderParts(ResultsDirectory results) {
        File benchmarks = results.jmhFile().toFile();
        if (benchmarks.length() == 0) {
            boolean unused = benchmarks.delete();
        }
        try {
            return Optional.of(RenderedReport.of(results).html());
        } catch (ResultsException incomplete) {
            return Optional.empty();
        }
    }

    private RunPlan plan() {
        return new RunPlan(
                this::openTrace,
                runtime.runtime(),
                runtime.image(),
                profile,
                policies,
                containers.givenStarts(),
                containers.resetTime(),
                containers.reuse(),
                input.seed(),
                withoutBenchmarks ? RunPlan.Benchmarks.SKIP : RunPlan.Benchmarks.RUN);
    }

    private SessionStream openTrace() {
        return traces.isEmpty()
                ? ReferenceWorkload.open(WorkloadConfig.ofSessions(REFERENCE_SESSIONS, input.seed()))
                : input.open(traces);
    }
}
