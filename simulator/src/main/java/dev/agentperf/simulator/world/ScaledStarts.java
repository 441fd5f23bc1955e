package dev.agentperf.simulator.world;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Other start times, each multiplied. */
record ScaledStarts(StartTimes original, double factor) implements StartTimes {

    ScaledStarts {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("factor must be positive and finite, was " + factor);
        }
    }

    @Override
    public long drawNanos(RandomGenerator random) {
        return Math.max(1, Math.round(original.drawNanos(random) * factor));
    }

    @Override
    public Duration mean() {
        return Duration.ofNanos(Math.max(1, Math.round(original.mean().toNanos() * factor)));
    }

    @Override
    public String description() {
        return original.description() + ", times " + factor;
    }
}
