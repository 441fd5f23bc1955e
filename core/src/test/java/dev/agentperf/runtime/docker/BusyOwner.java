package dev.agentperf.runtime.docker;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Claim;
import dev.agentperf.pool.Lease;
import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.WarmPool;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.host.Owner;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A process whose pool serves claims without end, until somebody ends it. */
public final class BusyOwner {
    private static final int CLAIMS_AT_ONCE = 3;
    private static final int UNTIL_BUSY = 2 * CLAIMS_AT_ONCE;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /* Some are ready, some paused, some in use, some are being made and some ended, whenever it is. */
    private static final PoolConfig CONFIG = PoolConfig.builder()
            .policy(PoolPolicy.fixed(4))
            .pauseAfter(Duration.ofMillis(300))
            .build();

    private final WarmPool pool = WarmPool.create(
            CONFIG,
            DockerRuntime.connect(Ticker.system(), Scheduler.system()),
            type -> ContainerSpec.of(type, DockerRuntime.DEFAULT_IMAGE));
    private final AtomicInteger served = new AtomicInteger();

    private BusyOwner() {}

    /** Tells its owner label when it has served some claims, and goes on. */
    public static void main(String[] arguments) {
        BusyOwner owner = new BusyOwner();
        for (int i = 0; i < CLAIMS_AT_ONCE; i++) {
            owner.claim();
        }
        new CompletableFuture<Void>().join();
    }

    private void claim() {
        pool.acquireAsync(AgentType.REACT, PATIENCE).thenApply(Claim::lease).thenAccept(this::use);
    }

    private void use(Lease lease) {
        lease.message("ping").whenComplete((answer, failure) -> {
            lease.release();
            if (served.incrementAndGet() == UNTIL_BUSY) {
                System.out.println(Owner.current().label());
            }
            claim();
        });
    }
}
