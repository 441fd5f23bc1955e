package dev.agentperf.pool;

import dev.agentperf.AgentType;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The {@link WarmPool}: one {@link TypePool} a type under one ceiling. */
final class TypedPools implements WarmPool {
    private final PoolContext context;

    TypedPools(PoolContext context) {
        this.context = context;
        context.runtime.onGone(context::gone);
    }

    @Override
    public CompletionStage<Claim> acquireAsync(AgentType type, Duration timeout) {
        long now = begin(timeout);
        TypePool pool = context.pool(type);
        Lease lease = pool.tryAcquire(now);
        return lease != null
                ? CompletableFuture.completedFuture(new Claim.Granted(lease))
                : pool.acquire(new Waiter(now, timeout.toNanos()));
    }

    @Override
    public Claim acquire(AgentType type, Duration timeout) throws InterruptedException {
        long now = begin(timeout);
        TypePool pool = context.pool(type);
        Lease lease = pool.tryAcquire(now);
        return lease != null ? new Claim.Granted(lease) : await(pool, new Waiter(now, timeout.toNanos()));
    }

    private long begin(Duration timeout) {
        requireOpen();
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must not be negative, was " + timeout);
        }
        return context.ticker.read();
    }

    private static Claim await(TypePool pool, Waiter waiter) throws InterruptedException {
        CompletionStage<Claim> answer = pool.acquire(waiter);
        try {
            return answer.toCompletableFuture().get();
        } catch (InterruptedException interrupted) {
            if (waiter.settle()) {
                pool.abandoned();
            } else {
                answer.thenAccept(TypedPools::giveBack);
            }
            throw interrupted;
        } catch (ExecutionException impossible) {
            throw new AssertionError("claims complete normally", impossible);
        }
    }

    private static void giveBack(Claim claim) {
        if (claim instanceof Claim.Granted granted) {
            granted.lease().release();
        }
    }

    @Override
    public Optional<Lease> tryAcquire(AgentType type) {
        requireOpen();
        return Optional.ofNullable(context.pool(type).tryAcquire(context.ticker.read()));
    }

    private void requireOpen() {
        if (context.closed) {
            throw new IllegalStateException("pool is closed");
        }
    }

    @Override
    public CompletionStage<Void> prewarm(Collection<AgentType> wanted) {
        requireOpen();
        CompletableFuture<?>[] fills = wanted.stream()
                .map(type -> context.pool(type).prewarm().toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(fills);
    }

    @Override
    public void review() {
        context.types.values().forEach(TypePool::review);
    }

    @Override
    public PoolStats stats() {
        return new StatsReader(context).read(context.types.values());
    }

    @Override
    public CompletionStage<Void> closeAsync() {
        context.closed = true;
        context.types.values().forEach(TypePool::shutDown);
        return context.capacity.whenEmpty();
    }

    @Override
    public void close() {
        try {
            closeAsync().toCompletableFuture().get(context.config.closeTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException leasesRemain) {
            /* Allowed: a claimed container is destroyed when its lease is released. */
        } catch (ExecutionException impossible) {
            throw new AssertionError("closing completes normally", impossible);
        }
    }
}
