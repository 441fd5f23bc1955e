package dev.agentperf.reports.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.WarmPool;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BottleneckTest {
    private final VirtualGround virtual = new VirtualGround(Duration.ofSeconds(2));
    private final Ground ground = virtual.ground();

    @Test
    void enoughForEveryClaim_isNoLimit() {
        assertThat(limitOf(Ground.config("fixed:5", Reuse.RESET, 100))).isNull();
    }

    @Test
    void containersInTheMaking_nameTheEngine() {
        assertThat(limitOf(Ground.config("fixed:0", Reuse.SINGLE_USE, 100)))
                .isEqualTo("the engine: 5 containers were being made at the end, and 0 claims waited for room");
    }

    @Test
    void ceiling_thatHoldsBackWhatIsNotInTheMaking_namesItselfAndWhoWaits() {
        assertThat(limitOf(Ground.config("fixed:2", Reuse.SINGLE_USE, 2)))
                .isEqualTo("the ceiling of 2 containers: 3 claims waited for room at the end");
    }

    @Test
    void engineThatFails_isNamedFirst() {
        virtual.runtime.failing(true);

        assertThat(limitOf(Ground.config("fixed:0", Reuse.SINGLE_USE, 100)))
                .isEqualTo("the engine: 5 containers could not be made");
    }

    /** Makes five claims at once. */
    private @Nullable String limitOf(PoolConfig config) {
        WarmPool pool = ground.filled(config);
        Claimer claimer = ground.claimer(pool, Duration.ofSeconds(1));
        var claims = Stream.generate(() -> claimer.claim(0, new ClaimTally()))
                .limit(5)
                .toList();
        virtual.engine.runSoon();
        var atHeight = pool.stats();
        claims.forEach(ground::await);
        return Bottleneck.of(config, atHeight, pool.stats());
    }
}
