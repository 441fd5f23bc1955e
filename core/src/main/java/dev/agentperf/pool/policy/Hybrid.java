package dev.agentperf.pool.policy;

import dev.agentperf.AgentType;
import dev.agentperf.time.Durations;
import java.time.Duration;

/**
 * {@code hybrid}: the hybrid histogram policy (Shahrad et al., <i>Serverless in the Wild</i>, USENIX ATC 2020).
 *
 * <p>Idle times fill a histogram of one-minute bins over a range of four hours. Its 5th percentile, less a margin, says
 * when to start a container again after a use, its 99th, plus a margin, until when to keep it. While the histogram
 * tells nothing, a container is kept for the whole range; where most times lie beyond the range, the next is forecast.
 * The paper's forecast is ARIMA; here it is the median of the last ten times.
 */
record Hybrid(Duration range) implements PoolPolicy {
    static final Duration DEFAULT_RANGE = Duration.ofHours(4);

    private static final Duration LONGEST_RANGE = Duration.ofDays(7);

    Hybrid {
        if (range.compareTo(Duration.ofMinutes(1)) < 0 || range.compareTo(LONGEST_RANGE) > 0) {
            throw new IllegalArgumentException("range must lie between 1m and 7d, was " + Durations.format(range));
        }
    }

    @Override
    public String name() {
        return range.equals(DEFAULT_RANGE) ? "hybrid" : "hybrid:" + Durations.format(range);
    }

    @Override
    public TypePolicy forType(AgentType type, ContainerCosts costs) {
        return new HybridType(range);
    }
}
