package dev.agentperf.simulator.trace;

import static java.util.Objects.requireNonNull;

/**
 * How a trace is to be read.
 *
 * @param format the format of every file; {@link TraceFormat#AUTO} tells it for each file by its content
 * @param placement where in its minute a merely counted invocation begins
 * @param seed for {@link Placement#UNIFORM}; equal seeds give equal sessions
 */
public record TraceOptions(TraceFormat format, Placement placement, long seed) {

    private static final TraceOptions DEFAULTS = new TraceOptions(TraceFormat.AUTO, Placement.EVEN, 0);

    /** Validates every component. */
    public TraceOptions {
        requireNonNull(format, "format");
        requireNonNull(placement, "placement");
    }

    /** Returns format by content, even placement, seed 0. */
    public static TraceOptions defaults() {
        return DEFAULTS;
    }

    /** Returns these options with another format. */
    public TraceOptions withFormat(TraceFormat newFormat) {
        return new TraceOptions(newFormat, placement, seed);
    }

    /** Returns these options with another placement. */
    public TraceOptions withPlacement(Placement newPlacement) {
        return new TraceOptions(format, newPlacement, seed);
    }

    /** Returns these options with another seed. */
    public TraceOptions withSeed(long newSeed) {
        return new TraceOptions(format, placement, newSeed);
    }
}
