package dev.agentperf.simulator.world;

import dev.agentperf.time.Durations;
import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Start times whose logarithm is normal: many parts of a start, each slower or faster by a factor.
 *
 * @param p50 the median; positive
 * @param p99 99 in 100 take at most this; not less than the median
 */
record LogNormalStarts(Duration p50, Duration p99) implements StartTimes {
    static final String NAME = "lognormal:";

    private static final Pattern TEXT = Pattern.compile("lognormal:p50=([^,]+),p99=([^,]+)");

    /** The 0.99 quantile of the standard normal distribution. */
    private static final double Z99 = 2.3263478740408408;

    LogNormalStarts {
        if (p50.isZero() || p50.isNegative()) {
            throw new IllegalArgumentException("lognormal: p50 must be positive, was " + Durations.format(p50));
        }
        if (p99.compareTo(p50) < 0) {
            throw new IllegalArgumentException("lognormal: p99 must be at least p50, was " + Durations.format(p99));
        }
    }

    static LogNormalStarts parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "distribution must look like lognormal:p50=341ms,p99=440ms, was '" + text + "'");
        }
        return new LogNormalStarts(Durations.parse(matcher.group(1)), Durations.parse(matcher.group(2)));
    }

    private double sigma() {
        return StrictMath.log((double) p99.toNanos() / p50.toNanos()) / Z99;
    }

    @Override
    public long drawNanos(RandomGenerator random) {
        return Math.max(1, Math.round(p50.toNanos() * StrictMath.exp(sigma() * random.nextGaussian())));
    }

    /** The mean of a log-normal distribution is its median times exp(sigma^2 / 2). */
    @Override
    public Duration mean() {
        return Duration.ofNanos(Math.round(p50.toNanos() * StrictMath.exp(sigma() * sigma() / 2)));
    }

    @Override
    public String description() {
        return "is drawn from a log-normal distribution with median " + Durations.format(p50) + " and 99th percentile "
                + Durations.format(p99);
    }
}
