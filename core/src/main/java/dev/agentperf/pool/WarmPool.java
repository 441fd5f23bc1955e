package dev.agentperf.pool;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.ExpectedClaim;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Containers of several agent types, kept ready so that a claim need not wait for one to start.
 *
 * <p>Use it where starting takes longer than using tolerates. Do not use it for objects that start in microseconds: an
 * ordinary object pool is smaller. Thread-safe: every method may be called from any thread, virtual ones included.
 * Whoever creates a pool closes it; it does not close its runtime. What it does is told to the JDK's flight recorder,
 * as the events {@code dev.agentperf.Claim} (of claims that had to wait), {@code .ContainerStart},
 * {@code .ContainerEnd} and {@code .LeaseDropped}.
 */
public interface WarmPool extends AutoCloseable {

    /**
     * Returns a pool on the system's clock.
     *
     * @param specs what container a type needs; asked for each container that is made, so that limits can follow what
     *     was learned
     */
    static WarmPool create(PoolConfig config, ContainerRuntime runtime, Function<AgentType, ContainerSpec> specs) {
        return create(config, runtime, specs, PoolListener.NONE, Ticker.system(), Scheduler.system());
    }

    /**
     * Returns a pool that reads the time from {@code ticker} and runs its bookkeeping and timers on {@code scheduler}.
     */
    static WarmPool create(
            PoolConfig config,
            ContainerRuntime runtime,
            Function<AgentType, ContainerSpec> specs,
            PoolListener listener,
            Ticker ticker,
            Scheduler scheduler) {
        PoolListener listeners = new Listeners(FlightRecorder.listener(), listener);
        return new TypedPools(new PoolContext(config, runtime, specs, listeners, ticker, scheduler));
    }

    /**
     * Claims a container. A ready one is granted at once, without a lock; otherwise one is made for this claim, or it
     * takes one that comes back sooner ({@link MissRule}), or, where the pool is at its ceiling, it waits for room.
     * Claims that wait are served first come first served, and between tenants by their weights.
     *
     * @return completes with what came of it, at the latest when the request's timeout is over; never exceptionally
     * @throws IllegalStateException if this pool is closed
     */
    CompletionStage<Claim> acquireAsync(ClaimRequest request);

    /** Same as {@link #acquireAsync(ClaimRequest)} for a claim of no tenant that carries nothing. */
    default CompletionStage<Claim> acquireAsync(AgentType type, Duration timeout) {
        return acquireAsync(ClaimRequest.of(type, timeout));
    }

    /**
     * Claims a container and waits for it.
     *
     * @see #acquireAsync
     * @throws InterruptedException if the calling thread is interrupted; a container that comes later goes back
     */
    Claim acquire(ClaimRequest request) throws InterruptedException;

    /** Same as {@link #acquire(ClaimRequest)} for a claim of no tenant that carries nothing. */
    default Claim acquire(AgentType type, Duration timeout) throws InterruptedException {
        return acquire(ClaimRequest.of(type, timeout));
    }

    /**
     * Claims a ready container, or none. Never waits, orders none, and does not count as a claim when there is none.
     *
     * @throws IllegalStateException if this pool is closed
     */
    Optional<Lease> tryAcquire(AgentType type);

    /**
     * Makes the pool's policy known for these types before the first claim.
     *
     * @return completes when each type's stock stands ready, or its refill has failed
     */
    CompletionStage<Void> prewarm(Collection<AgentType> types);

    /**
     * Tells of a claim that is likely to come, so that a container can be ready when it does. Returns at once, and
     * never delays a claim. Whether one is made, and when, is the policy's decision: {@code adaptive} and
     * {@code hazard} weigh it by their price, the others make none. What is made counts under every bound of the pool,
     * and is given up when its time is over. At most {@value Expectations#MOST} claims of a type are expected at once;
     * further ones are not heard.
     *
     * @throws IllegalStateException if this pool is closed
     */
    void expect(AgentType type, ExpectedClaim claim);

    /** Lets each type's policy look at its stock again, as every event does. */
    void review();

    /**
     * Gives up idle containers, of whatever type, because memory is short: those first that have been idle longest, so
     * paused ones before ready ones, until their memory limits sum up to so much or none is idle. What is claimed
     * stays.
     *
     * <p>For ten minutes the stock of each type that lost some of it stays at what was left, whatever the policy wants;
     * claims are served as ever, cold ones too.
     *
     * @param bytes how much to release; 0 or more
     * @return the memory limits of what is given up, in bytes; the containers end soon
     */
    long trim(long bytes);

    /** Returns what the pool has done so far. */
    PoolStats stats();

    /**
     * Returns what the pool has done so far for one type; its peak, its start times and what was reaped are those of
     * all types.
     */
    PoolStats stats(AgentType type);

    /** Returns how long each stage of the pool's work took so far. */
    PoolStages stages();

    /** Ends idle containers at once and claimed ones on release. Completes when no container is left. Idempotent. */
    CompletionStage<Void> closeAsync();

    /** Same as {@link #closeAsync}, and waits for it as long as the configuration says. */
    @Override
    void close();
}
