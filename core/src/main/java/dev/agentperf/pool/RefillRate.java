package dev.agentperf.pool;

/** A token bucket: a steady rate in the long run, and a bounded burst. Not thread-safe. */
final class RefillRate {
    private static final double NANOS_PER_SECOND = 1e9;

    private final double perNano;
    private final double burst;
    private double tokens;
    private long sinceNanos;

    RefillRate(double perSecond, int burst, long nowNanos) {
        this.perNano = perSecond / NANOS_PER_SECOND;
        this.burst = burst;
        this.tokens = burst;
        this.sinceNanos = nowNanos;
    }

    /** Returns how long to wait for the next token; 0 where one is there. */
    long untilNextNanos(long nowNanos) {
        if (Double.isInfinite(perNano)) {
            return 0;
        }
        tokens = Math.min(burst, tokens + Math.max(0, nowNanos - sinceNanos) * perNano);
        sinceNanos = nowNanos;
        return tokens >= 1 ? 0 : (long) Math.ceil((1 - tokens) / perNano);
    }

    /** Takes the token that is there. */
    void take() {
        tokens--;
    }
}
