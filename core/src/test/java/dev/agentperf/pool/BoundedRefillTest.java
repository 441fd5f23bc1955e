package dev.agentperf.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.pool.policy.PoolPolicy;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code slo:R} promises, where the pool's bounds on refills let them wait. */
final class BoundedRefillTest {
    private static final int LEARNING = 2_000;
    private static final int CLAIMS = 20_000;

    /** Poisson claims, at a load that one refill at a time, or one every so often, can just follow. */
    @ParameterizedTest
    @CsvSource({"0.9, 1, 1000, 600", "0.9, 2, 2, 560", "0.99, 2, 1000, 350"})
    void refillThatWaitsForItsTurn_isAllowedForInTheStock(
            double warmRate, int refillParallelism, double refillsPerSecond, double gapMillis) {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder()
                .policy(PoolPolicy.parse("slo:" + warmRate))
                .refillParallelism(refillParallelism)
                .refillsPerSecond(refillsPerSecond));
        SplittableRandom random = new SplittableRandom(1);

        claim(fixture, random, LEARNING, gapMillis);
        PoolStats learned = fixture.pool.stats();
        claim(fixture, random, CLAIMS, gapMillis);

        PoolStats stats = fixture.pool.stats();
        double observed = (double) (stats.warm() - learned.warm()) / CLAIMS;
        assertThat(observed).isBetween(warmRate - 0.005, warmRate + 0.1);
    }

    private static void claim(PoolFixture fixture, SplittableRandom random, int claims, double gapMillis) {
        for (int claim = 0; claim < claims; claim++) {
            fixture.advance(Duration.ofNanos((long) (-Math.log(1 - random.nextDouble()) * gapMillis * 1e6)));
            fixture.pool
                    .acquireAsync(PoolFixture.TYPE, PoolFixture.PATIENCE)
                    .thenAccept(granted -> granted.lease().release());
        }
    }
}
