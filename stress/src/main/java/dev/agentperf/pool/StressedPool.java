package dev.agentperf.pool;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.time.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A pool of one container that stands ready, or of several, on an engine that takes no time. Its bookkeeping runs on
 * the thread that causes it, so that an actor has done all that follows from its call when the call returns; timers
 * fire when an actor says so.
 */
final class StressedPool implements Scheduler {
    private static final Duration PATIENCE = Duration.ofHours(1);

    final StressedRuntime runtime = new StressedRuntime();
    final WarmPool pool;
    private final Queue<Runnable> timers = new ConcurrentLinkedQueue<>();

    /* A lease that nobody holds is found by the next garbage collection, and its container is ended. */
    private final Queue<Lease> held = new ConcurrentLinkedQueue<>();

    private volatile long nowNanos;

    StressedPool() {
        this(1, PoolConfig.NEVER);
    }

    /** A pool of so many containers. */
    StressedPool(int containers) {
        this(containers, PoolConfig.NEVER);
    }

    /** A pool that pauses a container after it has stood ready for so long. */
    StressedPool(Duration pauseAfter) {
        this(1, pauseAfter);
    }

    private StressedPool(int containers, Duration pauseAfter) {
        pool = WarmPool.create(
                PoolConfig.builder()
                        .policy(PoolPolicy.fixed(containers))
                        .reuse(Reuse.RESET)
                        .maxContainers(containers)
                        .pauseAfter(pauseAfter)
                        .build(),
                runtime,
                type -> ContainerSpec.of(type, "stressed"),
                PoolListener.NONE,
                () -> nowNanos,
                this);
        pool.prewarm(List.of(AgentType.REACT)).toCompletableFuture().join();
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable task) {
        timers.add(task);
        return () -> timers.remove(task);
    }

    /** Lets every timer fire that is set by now and not cancelled. */
    void fireTimers() {
        for (Runnable timer : timers.toArray(Runnable[]::new)) {
            if (timers.remove(timer)) {
                timer.run();
            }
        }
    }

    /** Lets so much time pass. No timer fires by itself. */
    void advance(Duration time) {
        nowNanos += time.toNanos();
    }

    /** Returns the lease of the container, which must stand ready. */
    Lease take() {
        return pool.tryAcquire(AgentType.REACT).orElseThrow();
    }

    /** Returns 1 if a container stood ready for a claim that does not wait, else 0. */
    int tryTake() {
        Optional<Lease> lease = pool.tryAcquire(AgentType.REACT);
        lease.ifPresent(held::add);
        return lease.isPresent() ? 1 : 0;
    }

    /** Claims and may wait. */
    CompletableFuture<Claim> claim() {
        return pool.acquireAsync(AgentType.REACT, PATIENCE).toCompletableFuture();
    }

    /** Tells the pool that a container has ended on its own. */
    void dies(Container container) {
        runtime.dies(container);
    }

    /** Returns 1 if a claim has its container, 2 if it is late, 3 if it failed, 4 if it was turned away, else 0. */
    static int outcome(CompletableFuture<Claim> claim) {
        if (!claim.isDone()) {
            return 0;
        }
        Claim answer = claim.join();
        if (answer instanceof Claim.Granted) {
            return 1;
        }
        return answer instanceof Claim.Late ? 2 : answer instanceof Claim.Failed ? 3 : 4;
    }
}
