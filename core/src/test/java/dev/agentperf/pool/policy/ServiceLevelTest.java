package dev.agentperf.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import dev.agentperf.AgentType;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServiceLevelTest {
    private static final long COLD_START_NANOS = 1_000_000_000L;

    /** The smallest S with Erlang-B(load, S) at most the miss rate: worked out apart, by the formula's sums. */
    @ParameterizedTest
    @CsvSource({"1, 0.95, 4", "1, 0.99, 5", "5, 0.95, 9", "5, 0.99, 11", "10, 0.99, 18"})
    void poissonClaims_giveErlangsStock(double load, double warmRate, int stock) {
        TypePolicy policy =
                PoolPolicy.parse("slo:" + warmRate).forType(AgentType.REACT, SingleUse.of(COLD_START_NANOS));

        double mean = meanStock(policy, load, 20_000, 0);

        assertThat(mean).isBetween(stock - 0.7, stock + 0.7);
        assertThat(policy.predictedWarmRate().orElseThrow()).isBetween(warmRate, 1.0);
    }

    /**
     * One claim in a hundred finds nothing ready: Erlang's stock for a quarter of what may be cold, B(1, 6) = 0.05 %.
     */
    @Test
    void claimsThatAreColdUnexpectedly_areMetByMore() {
        TypePolicy policy = PoolPolicy.parse("slo:0.99").forType(AgentType.REACT, SingleUse.of(COLD_START_NANOS));

        double mean = meanStock(policy, 1, 20_000, 0.01);

        assertThat(mean).isBetween(5.3, 6.7);
        assertThat(policy.predictedWarmRate().orElseThrow()).isBetween(0.985, 0.994);
    }

    private static double meanStock(TypePolicy policy, double load, int claims, double cold) {
        SplittableRandom arrivals = new SplittableRandom(11);
        SplittableRandom misses = new SplittableRandom(12);
        double nanos = 0;
        double sum = 0;
        for (int i = 0; i < claims; i++) {
            nanos += -Math.log(1 - arrivals.nextDouble()) * COLD_START_NANOS / load;
            policy.claimed((long) nanos, misses.nextDouble() >= cold);
            sum += policy.stock((long) nanos);
        }
        return sum / claims;
    }

    @Test
    void bursts_areMetByWhatTheyAskForNotByTheirMeanLoad() {
        // Ten at once every ten seconds: a load of 1, for which Erlang's stock would be 5.
        TypePolicy policy = PoolPolicy.parse("slo:0.99").forType(AgentType.REACT, SingleUse.of(COLD_START_NANOS));

        for (int burst = 0; burst < 100; burst++) {
            for (int i = 0; i < 10; i++) {
                policy.claimed(burst * 10L * COLD_START_NANOS, true);
            }
        }

        assertThat(policy.stock(0)).isEqualTo(10);
        assertThat(policy.predictedWarmRate()).hasValue(1);
    }

    @Test
    void reused_containerIsAwayUntilItIsReleased() {
        TypePolicy policy = PoolPolicy.parse("slo:0.45").forType(AgentType.REACT, Reused.of(COLD_START_NANOS));

        policy.claimed(0, true);
        policy.claimed(1, false);
        policy.claimed(2, false);
        policy.claimed(3, false);

        // The four took places 0 to 3; two containers would have served two of them.
        assertThat(policy.stock(3)).isEqualTo(2);
        assertThat(policy.predictedWarmRate().orElseThrow()).isCloseTo(0.5, offset(0.001));
    }

    @Test
    void reused_placeIsEmptyUntilItsContainerIsClean() {
        TypePolicy policy = PoolPolicy.parse("slo:0.99").forType(AgentType.REACT, Reused.of(COLD_START_NANOS));

        for (long now = 0; now < 200; now += 2) {
            policy.claimed(now, true);
            policy.released(now);
            policy.claimed(now + 1, true);
            policy.finished(now + 1);
            policy.released(now + 1);
            policy.finished(now + 1);
        }

        assertThat(policy.stock(200)).isEqualTo(2);
    }

    @Test
    void reused_placeIsFullAfterTheUse() {
        TypePolicy policy = PoolPolicy.parse("slo:0.99").forType(AgentType.REACT, Reused.of(COLD_START_NANOS));

        for (int i = 0; i < 100; i++) {
            policy.claimed(i, true);
            policy.released(i);
            policy.finished(i);
        }

        assertThat(policy.stock(100)).isEqualTo(1);
    }

    @Test
    void singleUse_placeIsFullAfterOneColdStart() {
        TypePolicy policy = PoolPolicy.parse("slo:0.99").forType(AgentType.REACT, SingleUse.of(COLD_START_NANOS));

        for (int i = 0; i < 100; i++) {
            policy.claimed(i * COLD_START_NANOS, true);
        }

        assertThat(policy.stock(0)).isEqualTo(1);
    }

    @Test
    void largerLoad_isMetWithinAThousandClaims() {
        TypePolicy policy = PoolPolicy.parse("slo:0.9").forType(AgentType.REACT, SingleUse.of(COLD_START_NANOS));
        meanStock(policy, 1, 5_000, 0);
        int before = policy.stock(0);

        SplittableRandom random = new SplittableRandom(12);
        double nanos = 10_000.0 * COLD_START_NANOS;
        for (int i = 0; i < 1_000; i++) {
            nanos += -Math.log(1 - random.nextDouble()) * COLD_START_NANOS / 20;
            policy.claimed((long) nanos, true);
        }

        assertThat(before).isBetween(3, 4);
        assertThat(policy.stock(0)).isBetween(20, 30);
    }

    @Test
    void floorAndCeiling_boundTheStock() {
        TypePolicy floor = PoolPolicy.parse("slo:0.99:min=3").forType(AgentType.REACT, SingleUse.of(COLD_START_NANOS));
        TypePolicy ceiling =
                PoolPolicy.parse("slo:0.99:max=4").forType(AgentType.REACT, SingleUse.of(COLD_START_NANOS));

        meanStock(ceiling, 10, 2_000, 0);

        assertThat(floor.stock(0)).isEqualTo(3);
        assertThat(ceiling.stock(0)).isEqualTo(4);
        // Erlang-B(10, 4) = 0.6467: the bound costs, and the policy says how much.
        assertThat(ceiling.predictedWarmRate().orElseThrow()).isCloseTo(1 - 0.6467, offset(0.02));
    }

    @Test
    void memoryBudget_boundsTheStock() {
        // Half a gigabyte each.
        TypePolicy policy =
                PoolPolicy.parse("slo:0.99:memory=3GB").forType(AgentType.REACT, SingleUse.of(COLD_START_NANOS));

        meanStock(policy, 10, 2_000, 0);

        assertThat(policy.stock(0)).isEqualTo(6);
    }

    @Test
    void memoryBudgetWithoutRoom_isRefused() {
        PoolPolicy policy = PoolPolicy.parse("slo:0.99:min=4:memory=1.9GB");
        ContainerCosts costs = SingleUse.of(COLD_START_NANOS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.forType(AgentType.REACT, costs))
                .withMessage("memory budget must hold 4 containers of type react at 500MB each, was 1900MB");
    }

    @Test
    void beforeTheFirstClaim_nothingIsPredicted() {
        TypePolicy policy = PoolPolicy.parse("slo:0.99").forType(AgentType.REACT, SingleUse.of(COLD_START_NANOS));

        assertThat(policy.predictedWarmRate()).isEmpty();
        assertThat(policy.stock(0)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slo:",
                "slo:1",
                "slo:0",
                "slo:99",
                "slo:0.99x",
                "slo:-0.5",
                "slo:0.9:",
                "slo:0.9:most=3",
                "slo:0.9:min=x",
                "slo:0.9:min=5:max=4",
                "slo:0.9:max=0",
                "slo:0.9:memory=8",
                "slo:0.9:memory=0GB"
            })
    void badParameter_isRejected(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PoolPolicy.parse(text))
                .withMessageContaining(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"slo:0.99", "slo:0.99:min=2:max=50:memory=8GiB", "slo:0.5:min=0", "slo:0.5:memory=1500MB"})
    void name_isReadBack(String text) {
        assertThat(PoolPolicy.parse(text).name()).isEqualTo(text);
    }
}
