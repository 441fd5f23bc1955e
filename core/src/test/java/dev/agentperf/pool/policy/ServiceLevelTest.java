package dev.agentperf.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.agentperf.AgentType;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServiceLevelTest {
    private static final long COLD_START_NANOS = 1_000_000_000L;

    /**
     * The smallest S with P(Poisson(load) >= S) at most the miss rate; pools.md, section 1.4, by the base-stock model.
     */
    @ParameterizedTest
    @CsvSource({"1, 0.95, 4", "1, 0.99, 5", "5, 0.95, 10", "5, 0.99, 12", "10, 0.99, 19"})
    void poissonArrivals_giveTheBaseStock(double load, double warmRate, int stock) {
        TypePolicy policy = new ServiceLevel(warmRate).forType(AgentType.REACT, costs(false));
        SplittableRandom random = new SplittableRandom(11);

        double nanos = 0;
        double sum = 0;
        int claims = 20_000;
        for (int i = 0; i < claims; i++) {
            nanos += -Math.log(1 - random.nextDouble()) * COLD_START_NANOS / load;
            policy.claimed((long) nanos, true);
            sum += policy.stock((long) nanos);
        }

        assertThat(sum / claims).isBetween(stock - 0.7, stock + 0.7);
    }

    @Test
    void reused_containerIsAwayUntilItIsReleased() {
        TypePolicy policy = new ServiceLevel(0.45).forType(AgentType.REACT, costs(true));

        policy.claimed(0, false);
        policy.claimed(1, false);
        policy.claimed(2, false);
        policy.claimed(3, false);

        // The four saw 0, 1, 2 and 3 in use; two of them at most 1, which two containers would have served.
        assertThat(policy.stock(3)).isEqualTo(2);
    }

    @Test
    void singleUse_placeIsFilledAfterOneColdStart() {
        TypePolicy policy = new ServiceLevel(0.99).forType(AgentType.REACT, costs(false));

        for (int i = 0; i < 100; i++) {
            policy.claimed(i * COLD_START_NANOS, true);
        }

        assertThat(policy.stock(0)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"slo:", "slo:1", "slo:0", "slo:99", "slo:0.99x", "slo:-0.5"})
    void noShare_isRejected(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PoolPolicy.parse(text))
                .withMessageContaining(text);
    }

    @Test
    void name_isReadBack() {
        assertThat(PoolPolicy.parse("slo:0.99").name()).isEqualTo("slo:0.99");
    }

    private static ContainerCosts costs(boolean reused) {
        return new ContainerCosts() {
            @Override
            public long coldStartNanos() {
                return COLD_START_NANOS;
            }

            @Override
            public long memoryBytes() {
                return 1;
            }

            @Override
            public boolean isReused() {
                return reused;
            }
        };
    }
}
