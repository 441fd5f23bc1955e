package dev.agentperf.simulator.world;

import dev.agentperf.time.Durations;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Every start takes the same time. */
record ConstantStarts(Duration time) implements StartTimes {

    ConstantStarts {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("coldStart must be positive, was " + Durations.format(time));
        }
    }

    @Override
    public long drawNanos(RandomGenerator random) {
        return time.toNanos();
    }

    @Override
    public Duration mean() {
        return time;
    }

    @Override
    public boolean isConstant() {
        return true;
    }

    @Override
    public StartTimes times(double factor) {
        return new ConstantStarts(Duration.ofNanos(Math.max(1, Math.round(time.toNanos() * factor))));
    }

    @Override
    public String description() {
        return "takes " + time.toMillis() + " ms";
    }
}
