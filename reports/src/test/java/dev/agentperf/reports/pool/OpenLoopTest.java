package dev.agentperf.reports.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.PoolListener;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.WarmPool;
import dev.agentperf.simulator.engine.RandomStreams;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenLoopTest {
    private static final Duration COLD_START = Duration.ofSeconds(2);

    private final VirtualGround virtual = new VirtualGround(COLD_START);

    @ParameterizedTest
    @CsvSource({"1, 4", "5, 9", "10, 15"})
    void warmRate_ofAFixedStockUsedOnce_isThatOfErlangsLossFormula(double load, int stock) {
        Ground ground = virtual.ground();

        // A place is empty for one cold start, if its refill waits for no other: load = rate x cold start.
        PoolConfig config = Ground.config("fixed:" + stock, Reuse.SINGLE_USE, 1_000).toBuilder()
                .refillParallelism(1_000)
                .build();
        ClaimTally.Counts counts = run(ground, config, load / 2, 50_000);

        double expected = 1 - erlangB(load, stock);
        double deviation = Math.sqrt(expected * (1 - expected) / counts.claims());
        // Blocked claims come in clusters, so their count varies more than a binomial one: 6 deviations are allowed.
        assertThat((double) counts.warm().count() / counts.claims())
                .isBetween(expected - 6 * deviation, expected + 6 * deviation);
        assertThat(counts.cold().quantileNanos(0)).isGreaterThanOrEqualTo(COLD_START.toNanos() * 999 / 1_000);
        assertThat(counts.cold().maxNanos()).isEqualTo(COLD_START.toNanos());
        assertThat(counts.warm().maxNanos()).isZero();
    }

    @Test
    void claims_areTheArrivalsOfTheTime() {
        Ground ground = virtual.ground();

        ClaimTally.Counts counts = run(ground, Ground.config("fixed:50", Reuse.RESET, 1_000), 45, 60);

        assertThat(counts.claims()).isEqualTo(arrivalsUntil(45, 60));
        assertThat(counts.late() + counts.failed()).isZero();
    }

    @Test
    void machineThatFallsBehind_makesEveryClaim_andEachWaitCounts() {
        Duration lateness = Duration.ofMillis(250);
        Ground ground = virtual.ground(virtual.late(lateness));

        // One timer after the other, each 250 ms late, makes 4 claims a second of the 45 planned.
        ClaimTally.Counts counts = run(ground, Ground.config("fixed:50", Reuse.RESET, 1_000), 45, 60);

        long claims = arrivalsUntil(45, 60);
        assertThat(counts.claims()).isEqualTo(claims);
        // The histogram is right to 0.1 %.
        assertThat(counts.lag().quantileNanos(0)).isGreaterThanOrEqualTo(lateness.toNanos() * 999 / 1_000);
        assertThat(counts.warm().maxNanos())
                .isGreaterThan(lateness.multipliedBy(claims).minusSeconds(60).toNanos());
    }

    @Test
    void containersThatCannotBeMade_areFailures() {
        virtual.runtime.failing(true);
        Ground ground = virtual.ground();

        ClaimTally.Counts counts = run(ground, Ground.config("fixed:0", Reuse.SINGLE_USE, 1_000), 5, 20);

        assertThat(counts.failed()).isEqualTo(counts.claims()).isEqualTo(arrivalsUntil(5, 20));
    }

    private ClaimTally.Counts run(Ground ground, PoolConfig config, double perSecond, long seconds) {
        WarmPool pool = WarmPool.create(
                config, virtual.runtime, type -> ground.spec(), PoolListener.NONE, virtual.engine, virtual.engine);
        ground.await(pool.prewarm(List.of(ground.spec().type())));
        OpenLoop loop = loop(ground, pool, perSecond, seconds);
        loop.start();
        ground.await(loop.settled());
        ground.close(pool);
        assertThat(virtual.runtime.alive()).isEmpty();
        return loop.counts();
    }

    private static OpenLoop loop(Ground ground, WarmPool pool, double perSecond, long seconds) {
        return new OpenLoop(
                ground.claimer(pool, Duration.ofMillis(100)),
                new PoissonArrivals(perSecond, new RandomStreams(3).stream("claims")),
                Duration.ofSeconds(seconds),
                ground.ticker(),
                ground.arrivals());
    }

    /** Counts them one by one. */
    private static long arrivalsUntil(double perSecond, long seconds) {
        PoissonArrivals arrivals = new PoissonArrivals(perSecond, new RandomStreams(3).stream("claims"));
        long count = 0;
        for (long at = arrivals.nextNanos(); at < seconds * 1_000_000_000; at = arrivals.nextNanos()) {
            count++;
        }
        return count;
    }

    /** The recursion B(0) = 1, B(n) = a B(n-1) / (n + a B(n-1)). */
    private static double erlangB(double load, int servers) {
        double blocked = 1;
        for (int n = 1; n <= servers; n++) {
            blocked = load * blocked / (n + load * blocked);
        }
        return blocked;
    }
}
