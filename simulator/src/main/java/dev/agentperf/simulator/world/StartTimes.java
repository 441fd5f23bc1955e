package dev.agentperf.simulator.world;

import dev.agentperf.time.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long containers take from order to ready. Immutable and thread-safe. */
public interface StartTimes {

    /** Draws the next start's time, in nanoseconds; positive. */
    long drawNanos(RandomGenerator random);

    /** Returns the mean; positive. */
    Duration mean();

    /** Returns what a reader of the result needs to know, such as {@code "takes 500 ms"}. */
    String description();

    /** Returns whether every start takes the mean. */
    default boolean isConstant() {
        return false;
    }

    /** Returns the same times, each multiplied by {@code factor}; more than 0. */
    default StartTimes times(double factor) {
        return factor == 1 ? this : new ScaledStarts(this, factor);
    }

    /**
     * Returns the same time for every start.
     *
     * @param time positive
     */
    static StartTimes constant(Duration time) {
        return new ConstantStarts(time);
    }

    /**
     * Reads start times: a duration such as {@code 500ms}, or {@code lognormal:p50=341ms,p99=440ms}.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    static StartTimes parse(String text) {
        return text.startsWith(LogNormalStarts.NAME) ? LogNormalStarts.parse(text) : constant(Durations.parse(text));
    }

    /**
     * Reads the cold starts that a run measured, from its {@code starts.json}.
     *
     * @throws dev.agentperf.AgentPerfException if the file cannot be read or holds no cold start
     */
    static StartTimes measured(Path startsJson) {
        return MeasuredStarts.read(startsJson);
    }
}
