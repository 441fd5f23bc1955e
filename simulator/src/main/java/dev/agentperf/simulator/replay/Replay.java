package dev.agentperf.simulator.replay;

import dev.agentperf.AgentType;
import dev.agentperf.memory.MemoryReading;
import dev.agentperf.memory.MemorySource;
import dev.agentperf.optimizer.AgentOptimizer;
import dev.agentperf.optimizer.MemoryLimits;
import dev.agentperf.optimizer.OptimizerConfig;
import dev.agentperf.pool.MissRule;
import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.PoolStats;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ResourceLimits;
import dev.agentperf.simulator.bounds.CostModel;
import dev.agentperf.simulator.engine.Engine;
import dev.agentperf.simulator.replay.StatsPolling.Questions;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.result.Timeline;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.TraceScan;
import dev.agentperf.simulator.world.World;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One policy's way through a trace, session by session.
 *
 * <p>Not thread-safe, and independent of every other replay: several may run side by side.
 */
final class Replay {
    /** Claims never give up: a trace says when an agent came, not how patient it was. */
    private static final Duration PATIENCE = Engine.FOREVER;

    /** Stock is ordered this much before it has to be ready, beside its cold start. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    /** The same where starts vary, or wait for one another. */
    private static final Duration WIDE_MARGIN = Duration.ofHours(1);

    /** How long a start may take where it may also hang. */
    private static final Duration HANGING = Duration.ofMinutes(1);

    /** No figure of a replay comes from it; what predictors are worth, a replay of usage tells. */
    private static final String CHEAPEST_PREDICTOR = "mean-buffer";

    /** The host's memory is no part of the trace: the governor of a replay sees none in use. */
    private static final MemorySource NO_MEMORY = () -> new MemoryReading(0, 0, 0, 0, 1);

    private final PoolPolicy policy;
    private final CostModel model;
    private final World world;
    private final TraceScan scan;
    private final Engine engine;
    private final AgentOptimizer optimizer;
    private final StatsPolling polling;
    private final ToolCatalog catalog = new ToolCatalog();
    private final Map<AgentType, ContainerSpec> specs = new HashMap<>();
    private final Ticker wall = Ticker.system();
    private PoolStats atStart;
    private @Nullable PoolStats atEnd;
    private @Nullable TimelineRecorder recorder;
    private @Nullable Foresight foresight;
    private long wallNanos;
    private long open;

    Replay(PoolPolicy policy, ReplayConfig config, TraceScan scan) {
        this(policy, config, scan, questions(config));
    }

    private static Questions questions(ReplayConfig config) {
        boolean oneForEachSession =
                config.reuse() == Reuse.SINGLE_USE && !config.world().hasFaults();
        return oneForEachSession ? Questions.FIRST : Questions.FEW;
    }

    /** Creates a replay that asks these questions about statistics. */
    Replay(PoolPolicy policy, ReplayConfig config, TraceScan scan, Questions questions) {
        long begun = wall.read();
        this.policy = policy;
        this.model = config.costModel();
        this.world = config.world();
        this.scan = scan;
        long leadNanos = config.coldStart()
                .plus(config.world().isIdeal() ? MARGIN : WIDE_MARGIN)
                .toNanos();
        engine = new Engine(scan.startNanos() - leadNanos);
        polling = new StatsPolling(engine, questions);
        SimulatedRuntime runtime = new SimulatedRuntime(engine, config.world(), config.reset(), config.seed());
        optimizer = AgentOptimizer.create(optimizerConfig(config), runtime, this::spec, NO_MEMORY, engine, engine);
        optimizer.prewarm(scan.types().keySet());
        engine.runUntil(scan.startNanos());
        atStart = optimizer.metrics().pool();
        engine.scheduleAt(scan.endNanos(), () -> atEnd = optimizer.metrics().pool());
        wallNanos = wall.read() - begun;
    }

    /** Records from now on what happens over time; to be called before the first session. */
    void record() {
        recorder = new TimelineRecorder(scan, atStart);
    }

    /** Tells the optimizer from now on what its agents let foresee; to be called before the first session. */
    void foresee(Foresight foreseen) {
        foresight = foreseen;
    }

    /* No ceiling but the hosts', and no bound on parallel refills: here the policy is on trial, not the pool's caution. */
    private OptimizerConfig optimizerConfig(ReplayConfig config) {
        PoolConfig pool = PoolConfig.builder()
                .policy(policy)
                .reuse(config.reuse())
                .missRule(MissRule.START)
                .maxContainers(config.ceiling(scan).orElse(Integer.MAX_VALUE))
                .maxStarting(Integer.MAX_VALUE)
                .maxWaiting(Integer.MAX_VALUE)
                .refillParallelism(Integer.MAX_VALUE)
                .refillsPerSecond(Double.POSITIVE_INFINITY)
                .createTimeout(config.world().hasFaults() ? HANGING : PATIENCE)
                .maxUses(Integer.MAX_VALUE)
                .build();
        // The trace says what a container holds; working limits out for each one would be for nothing.
        return OptimizerConfig.builder()
                .memoryLimits(MemoryLimits.AS_SPECIFIED)
                .pool(pool)
                .predictor(CHEAPEST_PREDICTOR)
                .build();
    }

    private ContainerSpec spec(AgentType type) {
        return specs.computeIfAbsent(type, this::newSpec);
    }

    private ContainerSpec newSpec(AgentType type) {
        ContainerSpec spec = ContainerSpec.of(type, "simulated");
        TraceScan.TypeFacts facts = scan.types().get(type);
        return facts == null ? spec : spec.withLimits(ResourceLimits.DEFAULT.withMemoryBytes(facts.containerBytes()));
    }

    /** Lets these sessions arrive, each at its own time. */
    void accept(List<Session> sessions) {
        long begun = wall.read();
        for (Session session : sessions) {
            readUntil(session.startNanos());
            foreseeUntil(session.startNanos());
            engine.runUntil(session.startNanos());
            LiveSession live = new LiveSession(session, engine, optimizer, catalog, polling, () -> open--);
            open++;
            optimizer.acquireAsync(session.type(), PATIENCE).thenAccept(live::claimed);
            engine.runSoon();
        }
        wallNanos += wall.read() - begun;
    }

    /** Runs the last sessions to their end and returns what the policy made of the trace. */
    PolicyRun finish() {
        long begun = wall.read();
        readUntil(scan.endNanos() - 1);
        while (!isOver() && engine.runNext()) {
            /* the next event */
        }
        readAtEnd();
        wallNanos += wall.read() - begun;
        return new RunFigures(model, world, scan, atStart, atEnd())
                .run(policy.name(), optimizer.metrics(), polling.spared(), engine.events(), wallNanos);
    }

    /** Returns what happened over time; empty where nothing was recorded. */
    Optional<Timeline> timeline() {
        return Optional.ofNullable(recorder).map(recorded -> recorded.timeline(policy.name()));
    }

    /* What else happens at the very end is no part of the trace's time. */
    private void readAtEnd() {
        TimelineRecorder recording = recorder;
        if (recording != null && recording.nextNanos() <= scan.endNanos()) {
            recording.read(atEnd());
        }
    }

    private void readUntil(long nanos) {
        TimelineRecorder recording = recorder;
        while (recording != null && recording.nextNanos() <= nanos) {
            foreseeUntil(recording.nextNanos());
            engine.runUntil(recording.nextNanos());
            recording.read(optimizer.metrics().pool());
        }
    }

    private void foreseeUntil(long nanos) {
        if (foresight != null) {
            foresight.until(nanos, engine, optimizer);
        }
    }

    private boolean isOver() {
        return open == 0 && atEnd != null;
    }

    private PoolStats atEnd() {
        if (atEnd == null) {
            throw new AssertionError("the clock has not reached the trace's end");
        }
        return atEnd;
    }
}
