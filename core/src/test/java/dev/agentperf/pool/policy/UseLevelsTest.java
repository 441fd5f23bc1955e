package dev.agentperf.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UseLevelsTest {
    @Test
    void classes_areExactAtFirstAndThenTwoAnOctave() {
        assertThat(IntStream.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 15, 16)
                        .map(UseLevels::classOf)
                        .toArray())
                .containsExactly(0, 1, 2, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8);
    }

    @Test
    void adaptive_keepsTheBusyLevelLongerThanTheIdleOne() {
        // Work every 10 s on average, and once in a hundred times for two. At a price of 4 min of idle time a cold
        // start,
        // the first container is worth keeping through every gap, the second, idle for 1,000 s on average, is not. What
        // all gaps teach together is to keep both.
        TypePolicy policy = PoolPolicy.parse("adaptive:60")
                .forType(AgentType.DEFAULT, Reused.of(Duration.ofSeconds(2).toNanos()));
        SplittableRandom random = new SplittableRandom(5);
        double now = 0;
        IdlePlan first = IdlePlan.NONE;
        IdlePlan second = IdlePlan.NONE;
        for (int use = 0; use < 20_000; use++) {
            now += -Math.log(1 - random.nextDouble()) * Duration.ofSeconds(10).toNanos();
            policy.claimed((long) now, true);
            if (random.nextInt(100) == 0) {
                policy.claimed((long) now, true);
                second = policy.released((long) now);
            }
            first = policy.released((long) now);
        }

        assertThat(first.prewarmAfter()).isZero();
        assertThat(first.keep()).isGreaterThan(Duration.ofSeconds(60));
        assertThat(second.keep()).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void adaptive_beyondItsLongestGap_letsASecondContainerWaitUntilFourTimesThat() {
        // Two at once every 10 s, then one: the second is claimed after 20 s, and made again shortly before. A cold
        // start
        // takes 2 s and is worth 20 min.
        TypePolicy policy = PoolPolicy.parse("adaptive:300")
                .forType(AgentType.DEFAULT, Reused.of(Duration.ofSeconds(2).toNanos()));
        IdlePlan first = IdlePlan.NONE;
        IdlePlan second = IdlePlan.NONE;
        for (int use = 0; use < 200; use++) {
            long now = use * Duration.ofSeconds(10).toNanos();
            policy.claimed(now, true);
            if (use % 2 == 0) {
                policy.claimed(now, true);
                second = policy.released(now);
            }
            first = policy.released(now);
        }

        assertThat(first.keep()).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
        Duration until = second.prewarmAfter().plusSeconds(2).plus(second.keep());
        assertThat(until).isBetween(Duration.ofSeconds(4 * 20), Duration.ofSeconds(4 * 22));
    }
}
