package dev.agentperf.optimizer;

import dev.agentperf.AgentType;
import dev.agentperf.cache.ExecutionPatterns;
import dev.agentperf.cache.PerformanceCache;
import dev.agentperf.cache.ToolKey;
import dev.agentperf.cache.ToolMetadata;
import dev.agentperf.cache.ToolMetadataCache;
import dev.agentperf.checkpoint.CheckpointStore;
import dev.agentperf.concurrent.AgentExecutor;
import dev.agentperf.concurrent.Submission;
import dev.agentperf.memory.AgentTracker;
import dev.agentperf.memory.MemoryGovernor;
import dev.agentperf.memory.MemorySource;
import dev.agentperf.memory.TrimStage;
import dev.agentperf.pool.Claim;
import dev.agentperf.pool.EndReason;
import dev.agentperf.pool.Lease;
import dev.agentperf.pool.PoolListener;
import dev.agentperf.pool.PoolStats;
import dev.agentperf.pool.WarmPool;
import dev.agentperf.pool.policy.ExpectedClaim;
import dev.agentperf.predict.Prediction;
import dev.agentperf.predict.Resource;
import dev.agentperf.predict.ResourceUsage;
import dev.agentperf.predict.RunKey;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerMonitor;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ContainerStats;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Scheduler.Scheduled;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an agent runtime holds: a warm pool, caches, a predictor and a memory governor, wired together, with one
 * background loop and one snapshot of metrics.
 *
 * <p>Use the parts on their own where one of them is all that is needed. Thread-safe. Whoever creates an optimizer
 * closes it; it does not close its runtime.
 */
public final class AgentOptimizer implements AutoCloseable {
    private static final double COLD_SHARE = 0.5;

    /** Among the first three guesses is the next tool in seven to nine cases of ten; see {@code predict --patterns}. */
    private static final int PREFETCHED_TOOLS = 3;

    private final OptimizerConfig config;
    private final Scheduler scheduler;
    private final ContainerMonitor monitor;
    private final WarmPool pool;
    private final PerformanceCache<String, Object> results;
    private final ToolMetadataCache tools;
    private final ExecutionPatterns patterns;
    private final Learning learning;
    private final ContainerRuns runs;
    private final MemoryGovernor governor;
    private final AgentTracker agents = new AgentTracker();
    private final AtomicLong rounds = new AtomicLong();
    private volatile boolean closed;
    private volatile @Nullable Scheduled nextRound;

    private AgentOptimizer(
            OptimizerConfig config,
            ContainerRuntime runtime,
            Function<AgentType, ContainerSpec> specs,
            MemorySource memory,
            Ticker ticker,
            Scheduler scheduler) {
        this.config = config;
        this.scheduler = scheduler;
        monitor = new ContainerMonitor(runtime, ticker);
        learning = new Learning(config.predictor());
        runs = new ContainerRuns(runtime, learning);
        pool = WarmPool.create(
                config.pool(), runtime, type -> limited(specs.apply(type)), new Watcher(), ticker, scheduler);
        results = new PerformanceCache<>(config.results(), ticker, scheduler);
        tools = new ToolMetadataCache(config.tools(), ticker, scheduler);
        patterns = new ExecutionPatterns(config.patterns(), ticker, scheduler);
        governor = new MemoryGovernor(
                config.governor(), memory, ticker, () -> pool.stats().leased() == 0, System::gc);
        registerTrimmers();
        scheduleRound();
    }

    private ContainerSpec limited(ContainerSpec spec) {
        return config.memoryLimits().apply(spec, () -> predict(spec.type()));
    }

    private void registerTrimmers() {
        governor.register("expired results", TrimStage.EXPIRED, pressure -> results.trim());
        governor.register("expired tools", TrimStage.EXPIRED, pressure -> tools.trim());
        governor.register("results", TrimStage.CACHES, pressure -> results.dropColdest(COLD_SHARE));
        governor.register("tools", TrimStage.CACHES, pressure -> tools.dropColdest(COLD_SHARE));
        governor.register("idle containers", TrimStage.CONTAINERS, pressure -> trimPool());
    }

    private long trimPool() {
        PoolStats before = pool.stats();
        pool.trim((long) Math.ceil(before.idleBytes() * COLD_SHARE));
        return pool.stats().trimmed() - before.trimmed();
    }

    /**
     * Returns an optimizer on the system's clock.
     *
     * @param specs what container a type needs
     */
    public static AgentOptimizer create(
            OptimizerConfig config, ContainerRuntime runtime, Function<AgentType, ContainerSpec> specs) {
        return create(config, runtime, specs, MemorySource.ofThisProcess(), Ticker.system(), Scheduler.system());
    }

    /** Returns an optimizer whose memory readings, clock, timers and threads are the given ones. */
    public static AgentOptimizer create(
            OptimizerConfig config,
            ContainerRuntime runtime,
            Function<AgentType, ContainerSpec> specs,
            MemorySource memory,
            Ticker ticker,
            Scheduler scheduler) {
        return new AgentOptimizer(config, runtime, specs, memory, ticker, scheduler);
    }

    /**
     * Makes each type's stock ready before its first claim.
     *
     * @return completes when it is, or the refill has failed
     */
    public CompletionStage<Void> prewarm(Collection<AgentType> types) {
        return pool.prewarm(types);
    }

    /**
     * Claims a container.
     *
     * @see WarmPool#acquireAsync
     */
    public CompletionStage<Claim> acquireAsync(AgentType type, Duration timeout) {
        return pool.acquireAsync(type, timeout);
    }

    /**
     * Claims a container and waits for it.
     *
     * @see WarmPool#acquire
     */
    public Claim acquire(AgentType type, Duration timeout) throws InterruptedException {
        return pool.acquire(type, timeout);
    }

    /**
     * Claims a container, runs a task in it, and gives it back. A task that is cancelled or late is interrupted, and
     * its container is taken away from it at once: what it waits for there ends, even where it cannot be interrupted.
     *
     * @param executor decides when it runs
     * @param deadline how long it may take, the claim included; more than zero
     * @return fails with what {@link Claim#lease} throws where there is no container to be had
     */
    public <T> Submission<T> submit(AgentExecutor executor, AgentType type, Duration deadline, LeasedTask<T> task) {
        CompletableFuture<Lease> held = new CompletableFuture<>();
        Submission<T> submission = executor.submit(type, deadline, () -> {
            try (Lease lease = acquire(type, deadline).lease()) {
                held.complete(lease);
                return task.run(lease);
            }
        });
        submission.outcome().thenAcceptBoth(held, (outcome, lease) -> lease.release());
        return submission;
    }

    /** Looks a tool up, in the cache first. */
    public CompletionStage<ToolMetadata> tool(ToolKey key, ToolMetadataCache.Loader loader) {
        return tools.lookup(key, loader);
    }

    /** Returns what the leased container uses, at most 2 s old. */
    public CompletionStage<ContainerStats> stats(Lease lease) {
        return monitor.stats(lease.container());
    }

    /** Predicts what the next run of a type will use at most. */
    public Prediction predict(AgentType type) {
        return predict(RunKey.of(type));
    }

    /** Predicts what the next run of a kind will use at most. */
    public Prediction predict(RunKey key) {
        return learning.predict(key);
    }

    /** Ends a run: learns from what it used, as in {@link #finish(Lease, RunKey, ResourceUsage)}. */
    public void finish(Lease lease, ResourceUsage usage) {
        finish(lease, RunKey.of(lease.type()), usage);
    }

    /**
     * Ends a run of which more is known than its type: learns from what it used and gives its container back.
     *
     * <p>Where the runtime has told that the container ran out of memory, that is learned instead: the run would have
     * used more. A container that ran out of memory is learned from whether or not its run is finished.
     *
     * @param usage {@link ResourceUsage#UNKNOWN} for what the runtime knows: its peak memory, where this process can
     *     read it at once; the same holds where only the memory is not known
     */
    public void finish(Lease lease, RunKey key, ResourceUsage usage) {
        runs.finish(lease.container(), key, usage);
        lease.release();
    }

    /**
     * Ends a run that was killed at a limit: learns that it would have used more, and gives its container back.
     *
     * @param reached what it had used when it was killed; its peak, where the engine tells it
     * @param exhausted the resource whose limit it reached
     */
    public void finishKilled(Lease lease, ResourceUsage reached, Resource exhausted) {
        runs.finishKilled(lease.container(), RunKey.of(lease.type()), reached, exhausted);
        lease.release();
    }

    /**
     * Loads the metadata of the tools that an agent will probably call next, so that it finds them in the cache.
     *
     * @param steps what it did so far, as in {@link ExecutionPatterns#ranked}
     * @param keys names the metadata of a tool
     */
    public void prefetchTools(
            AgentType type, List<String> steps, Function<String, ToolKey> keys, ToolMetadataCache.Loader loader) {
        patterns.ranked(type, steps).stream()
                .limit(PREFETCHED_TOOLS)
                .forEach(guess -> tools.prefetch(keys.apply(guess.tool()), loader));
    }

    /**
     * Tells the pool which tools an agent will probably call next, where each tool runs in a container of a type of its
     * own: to be called when a model begins to answer.
     *
     * @param steps what it did so far, as in {@link ExecutionPatterns#ranked}
     * @param sandboxes names the type of the container that a tool runs in
     * @param probability how probable it is that any tool is called, more than 0, at most 1
     * @param earliest how long from now the call comes at the earliest
     * @param latest how long from now it comes at the latest, if it comes
     */
    public void expectTools(
            AgentType type,
            List<String> steps,
            Function<String, AgentType> sandboxes,
            double probability,
            Duration earliest,
            Duration latest) {
        patterns.ranked(type, steps).stream()
                .filter(guess -> guess.probability() > 0)
                .limit(PREFETCHED_TOOLS)
                .forEach(guess -> pool.expect(
                        sandboxes.apply(guess.tool()),
                        new ExpectedClaim(probability * guess.probability(), earliest, latest)));
    }

    /** Learns which tools a run called, in order. */
    public void learnTools(AgentType type, List<String> calls) {
        patterns.record(type, calls);
    }

    /** Returns the cache for results of any kind. */
    public PerformanceCache<String, Object> results() {
        return results;
    }

    /** Returns the tool patterns of each agent type. */
    public ExecutionPatterns patterns() {
        return patterns;
    }

    /** Returns the tracker of live agents. */
    public AgentTracker agents() {
        return agents;
    }

    /**
     * Lets the agents' states move from memory to the disk when memory is short and all else has been given up. Whoever
     * opened the store closes it, after this optimizer.
     */
    public void govern(CheckpointStore store) {
        governor.register("checkpoints", TrimStage.CHECKPOINTS, pressure -> store.trim());
    }

    /** Returns the memory governor, for further trimmers and for a collection on command. */
    public MemoryGovernor governor() {
        return governor;
    }

    /** Returns the pool. */
    public WarmPool pool() {
        return pool;
    }

    /** Returns all that has been counted so far. */
    public OptimizerMetrics metrics() {
        return new OptimizerMetrics(
                pool.stats(),
                results.stats(),
                tools.stats(),
                patterns.stats(),
                monitor.monitorStats(),
                learning.scores(),
                governor.stats(),
                agents.stats(),
                rounds.get());
    }

    private void scheduleRound() {
        nextRound = scheduler.schedule(config.loopInterval(), this::round);
    }

    private void round() {
        if (!closed) {
            governor.check();
            monitor.closeUnread();
            pool.review();
            rounds.incrementAndGet();
            scheduleRound();
        }
    }

    /** Stops the loop and closes the pool. Idempotent. */
    @Override
    public void close() {
        closed = true;
        Scheduled round = nextRound;
        if (round != null) {
            round.cancel();
        }
        monitor.close();
        pool.close();
    }

    /** Tells the other parts of what becomes of the pool's containers. */
    private final class Watcher implements PoolListener {
        @Override
        public void retiring(Container container, EndReason reason) {
            runs.retiring(container);
            monitor.forget(container);
        }
    }
}
