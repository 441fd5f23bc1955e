package dev.agentperf.reports.run;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import dev.agentperf.predict.PredictorConfig;
import dev.agentperf.predict.ResourcePredictor;
import dev.agentperf.reports.export.ResultsDirectory;
import dev.agentperf.reports.model.Environment;
import dev.agentperf.reports.model.Predictions;
import dev.agentperf.reports.model.StartPath;
import dev.agentperf.reports.model.Starts;
import dev.agentperf.reports.model.Targets;
import dev.agentperf.reports.pool.Load;
import dev.agentperf.reports.starts.StartMeasurement;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.simulator.engine.FaultPlan.Rates;
import dev.agentperf.simulator.replay.ReplayConfig;
import dev.agentperf.simulator.replay.Replays;
import dev.agentperf.simulator.result.SimulationResult;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceScan;
import dev.agentperf.simulator.world.StartTimes;
import dev.agentperf.simulator.world.World;
import dev.agentperf.time.Ticker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures everything that a report shows: real starts, the pool under load (full profile, on an engine), the trace
 * replayed with the cold start just measured, predictions, and the JMH suites. Each part is on disk as soon as it is
 * done. Not thread-safe.
 */
public final class MainJob {
    /** What a container costs where no real one was started: the origin's own figure. */
    private static final Duration ASSUMED_COLD_START = Duration.ofMillis(500);

    private static final long PERCENT = 100;

    private final RunPlan plan;
    private final TraceScan scan;
    private final ResultsDirectory results;
    private final RunListener listener;

    /**
     * Creates the job.
     *
     * @param scan what reading the plan's trace through told
     * @param results where the results go
     */
    public MainJob(RunPlan plan, TraceScan scan, ResultsDirectory results, RunListener listener) {
        this.plan = requireNonNull(plan, "plan");
        this.scan = requireNonNull(scan, "scan");
        this.results = requireNonNull(results, "results");
        this.listener = requireNonNull(listener, "listener");
    }

    /**
     * Runs the job.
     *
     * @param runtime where real starts are measured; null for none. The caller closes it
     * @param environment what the report says of machine and command
     * @return how the targets came out
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Targets run(@Nullable OpenRuntime runtime, Environment environment) throws InterruptedException {
        results.clear();
        results.write(environment);
        Starts starts = runtime == null ? null : starts(runtime);
        if (runtime != null && loadsPool(runtime)) {
            results.write(new PoolJob(plan.profile(), plan.seed(), EnumSet.allOf(Load.class), listener).run(runtime));
        }
        SimulationResult simulation = replay(coldStart(starts));
        Predictions predictions = predict();
        Targets targets = Judgement.of(
                starts,
                simulation.runs().get(0),
                predictions,
                ResourcePredictor.names().get(0));
        results.write(targets);
        if (plan.benchmarks() == RunPlan.Benchmarks.RUN) {
            benchmarks();
        }
        return targets;
    }

    /* A hundred containers at once and minutes of load: what a full run on an engine has time and room for. */
    private boolean loadsPool(OpenRuntime open) {
        return plan.profile() == Profile.FULL && open.runtime().name().equals("docker");
    }

    private Starts starts(OpenRuntime open) throws InterruptedException {
        listener.stage(
                "real starts on " + open.runtime().name(),
                plan.profile().starts().total());
        ContainerSpec spec = ContainerSpec.of(AgentType.DEFAULT, open.image());
        long[] done = {0};
        StartMeasurement measurement =
                new StartMeasurement(open.runtime(), spec, Ticker.system(), () -> listener.step(++done[0]));
        Starts starts = measurement.measure(plan.profile().starts());
        results.write(starts);
        return starts;
    }

    private StartTimes coldStart(@Nullable Starts starts) {
        return plan.coldStart()
                .or(() -> Optional.ofNullable(starts)
                        .flatMap(measured -> measured.path("cold"))
                        .filter(path -> path.n() > 0)
                        .map(path -> StartTimes.constant(median(path))))
                .orElse(StartTimes.constant(ASSUMED_COLD_START));
    }

    private static Duration median(StartPath cold) {
        return Duration.ofNanos(Math.round(cold.ms().p50() * 1e6));
    }

    private SimulationResult replay(StartTimes coldStart) {
        listener.stage("replay", scan.summary().sessions());
        ReplayConfig config = new ReplayConfig(
                        plan.policies(), coldStart.mean(), plan.resetTime(), plan.reuse(), plan.seed())
                .in(new World(coldStart, Optional.empty(), Rates.NONE));
        Replays.Recording recording = new Replays(config, listener::step).record(plan.trace(), scan);
        results.write(recording.result());
        results.write(recording.timelines());
        return recording.result();
    }

    private Predictions predict() {
        listener.stage("predictions", scan.summary().sessions());
        UsagePredictions predictions =
                new UsagePredictions(ResourcePredictor.names(), PredictorConfig.CAUTIOUS.targetMiss());
        try (SessionStream sessions = plan.trace().get()) {
            predictions.observeAll(sessions);
        }
        results.write(predictions.result());
        return predictions.result();
    }

    private void benchmarks() {
        Path log = results.path().resolve("jmh.log");
        listener.note("JMH prints to " + log);
        listener.stage("JMH suites", PERCENT);
        JmhSuites.run(plan.profile(), results.jmhFile(), log, listener::step);
    }
}
