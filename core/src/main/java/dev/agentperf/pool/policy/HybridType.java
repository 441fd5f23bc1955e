package dev.agentperf.pool.policy;

import java.time.Duration;

/** {@link Hybrid} for one type. */
final class HybridType implements TypePolicy {
    /** Below it the counts are too even for their percentiles to mean anything. */
    private static final double LEAST_VARIATION = 2;

    /** From it on the histogram does not see enough; the paper only says "too many". */
    private static final double MOST_BEYOND = 0.5;

    private static final double HEAD = 0.05;
    private static final double TAIL = 0.99;
    private static final double MARGIN = 0.10;
    private static final double FORECAST_MARGIN = 0.15;

    private final IdlePlan standard;
    private final IdleStack idle = new IdleStack();
    private final MinuteHistogram histogram;
    private final RecentGaps recent = new RecentGaps();

    HybridType(Duration range) {
        standard = IdlePlan.keep(range);
        histogram = new MinuteHistogram(MinuteHistogram.binsFor(range));
    }

    @Override
    public int stock(long nowNanos) {
        return 0;
    }

    @Override
    public boolean learnsFromClaims() {
        return true;
    }

    @Override
    public void claimed(long nowNanos, boolean warm) {
        long gap = idle.claimed(nowNanos);
        if (gap != IdleStack.NONE) {
            histogram.add(gap);
            recent.add(gap);
        }
    }

    @Override
    public IdlePlan released(long nowNanos) {
        idle.released(nowNanos);
        if (histogram.isEmpty()) {
            return standard;
        }
        if (histogram.shareBeyond() >= MOST_BEYOND) {
            return forecast(recent.medianNanos());
        }
        return histogram.variation() < LEAST_VARIATION ? standard : window();
    }

    private IdlePlan window() {
        long head = histogram.binOf(HEAD) * MinuteHistogram.BIN_NANOS;
        long tail = (histogram.binOf(TAIL) + 1L) * MinuteHistogram.BIN_NANOS;
        return plan((1 - MARGIN) * head, (1 + MARGIN) * tail);
    }

    private static IdlePlan forecast(long idleNanos) {
        return plan((1 - FORECAST_MARGIN) * idleNanos, (1 + FORECAST_MARGIN) * idleNanos);
    }

    private static IdlePlan plan(double fromNanos, double toNanos) {
        return new IdlePlan(Duration.ofNanos(Math.round(fromNanos)), Duration.ofNanos(Math.round(toNanos - fromNanos)));
    }
}
