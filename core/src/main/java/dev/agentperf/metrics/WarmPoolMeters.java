package dev.agentperf.metrics;

import static java.util.Objects.requireNonNull;

import dev.agentperf.pool.PoolStats;
import dev.agentperf.pool.WarmPool;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/**
 * A {@link WarmPool} as Micrometer meters: what {@link PoolStats} tells, read when the registry asks.
 *
 * <ul>
 *   <li>{@code agentperf.pool.claims}, tagged {@code outcome} = warm, thawed, cold, late, full or failed: counter
 *   <li>{@code agentperf.pool.containers}, tagged {@code state} = idle, paused, leased or starting: gauge
 *   <li>{@code agentperf.pool.waiting}: claims that wait now, gauge
 *   <li>{@code agentperf.pool.created}, {@code .retired}, {@code .create.failures}, {@code .quarantined},
 *       {@code .died}, {@code .dropped}, {@code .trimmed}, {@code .reaped}: counters
 *   <li>{@code agentperf.pool.warm.rate}: gauge, 0 to 1
 *   <li>{@code agentperf.pool.start}, tagged {@code quantile}: gauge, seconds, of all claims since the start
 *   <li>{@code agentperf.pool.idle}: container-seconds ready and unused, counter
 *   <li>{@code agentperf.pool.idle.memory}: the same in MB-seconds, counter
 * </ul>
 *
 * <p>Thread-safe. The registry keeps the pool reachable as long as its meters.
 */
public final class WarmPoolMeters implements MeterBinder {
    private static final String PREFIX = "agentperf.pool.";
    private static final double NANOS_PER_SECOND = 1e9;

    private final WarmPool pool;
    private final Tags tags;

    /**
     * Creates the binder of one pool.
     *
     * @param tags put on every meter: what tells this pool from others
     */
    public WarmPoolMeters(WarmPool pool, Iterable<Tag> tags) {
        this.pool = requireNonNull(pool, "pool");
        this.tags = Tags.of(tags);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        claims(registry, "warm", PoolStats::warm);
        claims(registry, "thawed", PoolStats::thawed);
        claims(registry, "cold", PoolStats::cold);
        claims(registry, "late", PoolStats::late);
        claims(registry, "full", PoolStats::full);
        claims(registry, "failed", PoolStats::failed);
        containers(registry, "idle", stats -> stats.idle() - stats.paused());
        containers(registry, "paused", PoolStats::paused);
        containers(registry, "leased", PoolStats::leased);
        containers(registry, "starting", PoolStats::starting);
        counter(registry, "created", PoolStats::created);
        counter(registry, "retired", PoolStats::retired);
        counter(registry, "create.failures", PoolStats::createFailures);
        counter(registry, "quarantined", PoolStats::quarantined);
        counter(registry, "died", PoolStats::died);
        counter(registry, "dropped", PoolStats::dropped);
        counter(registry, "trimmed", PoolStats::trimmed);
        counter(registry, "reaped", PoolStats::reaped);
        counter(registry, "idle", PoolStats::idleSeconds);
        counter(registry, "idle.memory", PoolStats::idleMbSeconds);
        gauge(registry, "waiting", tags, PoolStats::waiting);
        gauge(registry, "warm.rate", tags, PoolStats::warmRate);
        start(registry, 0.5);
        start(registry, 0.99);
    }

    private void claims(MeterRegistry registry, String outcome, ToDoubleFunction<PoolStats> figure) {
        FunctionCounter.builder(PREFIX + "claims", pool, it -> figure.applyAsDouble(it.stats()))
                .tags(tags.and("outcome", outcome))
                .register(registry);
    }

    private void counter(MeterRegistry registry, String name, ToDoubleFunction<PoolStats> figure) {
        FunctionCounter.builder(PREFIX + name, pool, it -> figure.applyAsDouble(it.stats()))
                .tags(tags)
                .register(registry);
    }

    private void containers(MeterRegistry registry, String state, ToDoubleFunction<PoolStats> figure) {
        gauge(registry, "containers", tags.and("state", state), figure);
    }

    private void start(MeterRegistry registry, double quantile) {
        gauge(
                registry,
                "start",
                tags.and("quantile", String.valueOf(quantile)),
                stats -> stats.start().quantileNanos(quantile) / NANOS_PER_SECOND);
    }

    private void gauge(MeterRegistry registry, String name, Tags all, ToDoubleFunction<PoolStats> figure) {
        Gauge.builder(PREFIX + name, () -> figure.applyAsDouble(pool.stats()))
                .tags(all)
                .register(registry);
    }
}
