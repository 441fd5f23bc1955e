package dev.agentperf.pool;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.ExpectedClaim;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The {@link WarmPool}: one {@link TypePool} a type under one ceiling. */
final class TypedPools implements WarmPool {
    private final PoolContext context;

    TypedPools(PoolContext context) {
        this.context = context;
        context.runtime.onGone(context::gone);
    }

    @Override
    public CompletionStage<Claim> acquireAsync(ClaimRequest request) {
        requireOpen();
        TypePool pool = context.types.of(request.type());
        ClaimOrigin origin = origin();
        Lease lease = tryAtOnce(pool, request, origin);
        return lease != null
                ? CompletableFuture.completedFuture(new Claim.Granted(lease))
                : pool.claims.acquire(new Waiter(request, context.ticker.read(), origin, false));
    }

    @Override
    public Claim acquire(ClaimRequest request) throws InterruptedException {
        requireOpen();
        TypePool pool = context.types.of(request.type());
        ClaimOrigin origin = origin();
        Lease lease = tryAtOnce(pool, request, origin);
        return lease != null
                ? new Claim.Granted(lease)
                : await(pool, new Waiter(request, context.ticker.read(), origin, true));
    }

    /* Binding takes a message to the container, which a claim waits for. */
    private @Nullable Lease tryAtOnce(TypePool pool, ClaimRequest request, @Nullable ClaimOrigin origin) {
        return request.bindings().isEmpty()
                ? pool.claims.tryAcquire(request.tenant(), context.coarse.read(), origin)
                : null;
    }

    private @Nullable ClaimOrigin origin() {
        return context.config.leaseOrigin() == LeaseOrigin.STACK ? new ClaimOrigin() : null;
    }

    private static Claim await(TypePool pool, Waiter waiter) throws InterruptedException {
        CompletableFuture<Claim> answer = pool.claims.acquire(waiter).toCompletableFuture();
        try {
            return answer.get(waiter.request.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            pool.claims.late(waiter);
            return answer.join();
        } catch (InterruptedException interrupted) {
            if (waiter.settle()) {
                pool.claims.abandoned(waiter);
            } else {
                giveBack(answer.join());
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
        return Optional.ofNullable(
                context.types.of(type).claims.tryAcquire(ClaimRequest.NO_TENANT, context.coarse.read(), origin()));
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
                .map(type -> context.types.of(type).prewarm().toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(fills);
    }

    @Override
    public void expect(AgentType type, ExpectedClaim claim) {
        requireOpen();
        context.types.of(type).expect(claim);
    }

    @Override
    public void review() {
        context.types.all().forEach(TypePool::review);
    }

    @Override
    public long trim(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes must not be negative, was " + bytes);
        }
        return MemoryTrim.release(context.types.all(), bytes);
    }

    @Override
    public PoolStats stats() {
        return new StatsReader(context, context.types.all()).read();
    }

    @Override
    public PoolStats stats(AgentType type) {
        TypePool known = context.types.find(type);
        return new StatsReader(context, known == null ? List.of() : List.of(known)).read();
    }

    @Override
    public PoolStages stages() {
        StageTimes times = context.times;
        return new PoolStages(
                times.create.snapshot(), times.reset.snapshot(), times.thaw.snapshot(), times.bind.snapshot());
    }

    @Override
    public CompletionStage<Void> closeAsync() {
        context.closed = true;
        context.types.all().forEach(TypePool::shutDown);
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
