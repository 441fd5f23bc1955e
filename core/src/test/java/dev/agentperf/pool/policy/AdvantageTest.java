package dev.agentperf.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AdvantageTest {
    private static final double SECOND = 1e9;

    @Test
    void advantage_ofEqualGapsIsTheirMeanAndFadesBySharesOf256() {
        Advantage advantage = new Advantage();
        assertThat(advantage.mean()).isZero();

        for (int gap = 0; gap < 10_000; gap++) {
            advantage.add(3);
        }

        // The sum of a geometric series: 3 x (1 + 255/256 + (255/256)^2 + ...) = 3 x 256.
        assertThat(advantage.mean()).isCloseTo(3, within(1e-9));
        assertThat(advantage.sum()).isCloseTo(768, within(1e-6));
        advantage.add(0);
        assertThat(advantage.sum()).isCloseTo(765, within(1e-6));
    }

    @Test
    void costOfAPlan_countsIdleTimeAndColdStarts() {
        IdlePlan keep = IdlePlan.keep(Duration.ofSeconds(10));
        assertThat(cost(IdlePlan.NONE, 4)).isEqualTo(60);
        assertThat(cost(keep, 4)).isEqualTo(4);
        assertThat(cost(keep, 10)).isEqualTo(10);
        assertThat(cost(keep, 11)).isEqualTo(10 + 60);

        // Ordered 18 s after the use, ready 2 s later, from 20 s to 25 s.
        IdlePlan window = new IdlePlan(Duration.ofSeconds(18), Duration.ofSeconds(5));
        assertThat(cost(window, 19)).isEqualTo(60);
        assertThat(cost(window, 22)).isEqualTo(2);
        assertThat(cost(window, 26)).isEqualTo(5 + 60);
    }

    /* In seconds, with cold starts that are worth a minute of idle time and take two seconds. */
    private static double cost(IdlePlan plan, int gapSeconds) {
        return CheapestPlan.cost(plan, (long) (gapSeconds * SECOND), 60 * SECOND, 2 * SECOND) / SECOND;
    }
}
