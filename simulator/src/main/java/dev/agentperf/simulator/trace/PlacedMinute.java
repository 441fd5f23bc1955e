package dev.agentperf.simulator.trace;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.engine.RandomStreams;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Where in a minute the invocations of one function begin, in order and one at a time. Not thread-safe.
 *
 * <p>Uniform placement draws the order statistics directly instead of sorting: of n uniform numbers above u, the
 * smallest is 1 - (1 - u) V^(1/n) with V uniform (Devroye, Non-Uniform Random Variate Generation, V.3).
 */
final class PlacedMinute {
    private final Placement placement;
    private final @Nullable RandomGenerator random;
    private int count;
    private int index;
    private double room;

    /** Creates the placement of a function; its randomness depends on the seed and on its name only. */
    PlacedMinute(TraceOptions options, AgentType function) {
        this.placement = options.placement();
        this.random = placement == Placement.UNIFORM
                ? new RandomStreams(options.seed()).stream("placement/" + function.name())
                : null;
    }

    /** Begins a minute of {@code newCount} invocations and moves to the first. */
    void enter(int newCount) {
        count = newCount;
        index = 0;
        room = 1;
        draw();
    }

    /** Moves to the minute's next invocation; false after the last. */
    boolean next() {
        index++;
        if (index == count) {
            return false;
        }
        draw();
        return true;
    }

    /** Returns when the current invocation begins, in nanoseconds since the minute's start; never decreases. */
    long offsetNanos() {
        return switch (placement) {
            case START -> 0;
            case EVEN -> index * MinuteMerge.MINUTE_NANOS / count;
            case UNIFORM -> Math.min((long) ((1 - room) * MinuteMerge.MINUTE_NANOS), MinuteMerge.MINUTE_NANOS - 1);
        };
    }

    private void draw() {
        if (random != null) {
            // StrictMath: the same bits on every machine.
            room *= StrictMath.pow(1 - random.nextDouble(), 1.0 / (count - index));
        }
    }
}
