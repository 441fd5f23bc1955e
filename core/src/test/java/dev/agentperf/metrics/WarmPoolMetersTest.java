package dev.agentperf.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Lease;
import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.PoolListener;
import dev.agentperf.pool.WarmPool;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.testkit.FakeRuntime;
import dev.agentperf.testkit.ManualScheduler;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WarmPoolMetersTest {
    private final ManualScheduler scheduler = new ManualScheduler();
    private final FakeRuntime runtime = new FakeRuntime(scheduler, Duration.ofSeconds(1));
    private final WarmPool pool = WarmPool.create(
            PoolConfig.builder()
                    .policy(PoolPolicy.fixed(2))
                    .pauseAfter(Duration.ofSeconds(10))
                    .build(),
            runtime,
            type -> ContainerSpec.of(type, "fake"),
            PoolListener.NONE,
            scheduler.ticker(),
            scheduler);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void meters_tellWhatTheStatsTell() {
        new WarmPoolMeters(pool, Tags.of("pool", "agents")).bindTo(registry);
        pool.prewarm(List.of(AgentType.REACT));
        scheduler.advance(Duration.ofSeconds(1));
        Lease lease = pool.tryAcquire(AgentType.REACT).orElseThrow();

        assertThat(claims("warm")).isEqualTo(1);
        assertThat(claims("cold")).isZero();
        assertThat(containers("idle")).isEqualTo(1);
        assertThat(containers("leased")).isEqualTo(1);
        assertThat(registry.get("agentperf.pool.warm.rate").gauge().value()).isEqualTo(1);
        assertThat(registry.get("agentperf.pool.created").functionCounter().count())
                .isEqualTo(2);
        lease.release();
        scheduler.runDue();
        assertThat(registry.get("agentperf.pool.retired").functionCounter().count())
                .isEqualTo(1);
    }

    @Test
    void containersThatArePausedTrimmedOrReaped_areTold() {
        new WarmPoolMeters(pool, Tags.of("pool", "agents")).bindTo(registry);
        pool.prewarm(List.of(AgentType.REACT));
        scheduler.advance(Duration.ofSeconds(11));
        runtime.reaped(5);

        assertThat(containers("idle")).isZero();
        assertThat(containers("paused")).isEqualTo(2);
        pool.trim(1);
        scheduler.runDue();

        assertThat(containers("paused")).isEqualTo(1);
        assertThat(counter("trimmed")).isEqualTo(1);
        assertThat(counter("reaped")).isEqualTo(5);
    }

    private double counter(String name) {
        return registry.get("agentperf.pool." + name).functionCounter().count();
    }

    private double claims(String outcome) {
        return registry.get("agentperf.pool.claims")
                .tags("pool", "agents", "outcome", outcome)
                .functionCounter()
                .count();
    }

    private double containers(String state) {
        return registry.get("agentperf.pool.containers")
                .tags("pool", "agents", "state", state)
                .gauge()
                .value();
    }
}
