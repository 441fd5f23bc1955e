package dev.agentperf.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.agentperf.AgentType;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The learned stock against fixed stocks of every size, each worked through claim by claim. */
final class LeadTimeDemandProperties {
    private static final long COLD_START_NANOS = 10;

    /* How much more each claim counts than the one before: twice after two thousand, and after a hundred. */
    private static final double LONG = Math.pow(2, 1 / 2_000.0);
    private static final double SHORT = Math.pow(2, 1 / 100.0);

    @Property
    void learnedStock_isTheSmallestThatWouldHaveServedTheShare(
            @ForAll @Size(min = 1, max = 29) List<@IntRange(max = 12) Integer> gaps,
            @ForAll @DoubleRange(min = 0.1, max = 0.99) double warmRate) {
        TypePolicy policy = new ServiceLevel(warmRate, StockBounds.DEFAULT)
                .forType(AgentType.REACT, SingleUse.of(COLD_START_NANOS));
        long now = 0;
        for (int gap : gaps) {
            now += gap;
            policy.claimed(now, true);
        }
        int stock = policy.stock(now);

        assertThat(served(stock, gaps, LONG)).isGreaterThanOrEqualTo(warmRate - 1e-9);
        assertThat(served(stock, gaps, SHORT)).isGreaterThanOrEqualTo(warmRate - 1e-9);
        assertThat(Math.min(served(stock - 1, gaps, LONG), served(stock - 1, gaps, SHORT)))
                .isLessThan(warmRate + 1e-9);
        assertThat(policy.predictedWarmRate().orElseThrow()).isCloseTo(served(stock, gaps, LONG), offset(1e-9));
    }

    /** Returns the share of claims that a fixed stock serves, where a miss gets its container elsewhere. */
    private static double served(int stock, List<Integer> gaps, double growth) {
        long[] fullAt = new long[stock];
        long now = 0;
        double weight = 1;
        double all = 0;
        double served = 0;
        for (int gap : gaps) {
            now += gap;
            for (int place = 0; place < stock; place++) {
                if (fullAt[place] <= now) {
                    fullAt[place] = now + COLD_START_NANOS;
                    served += weight;
                    break;
                }
            }
            all += weight;
            weight *= growth;
        }
        return served / all;
    }
}
