package dev.agentperf.simulator.trace;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * How a trace is to be read.
 *
 * @param format the format of every file; {@link TraceFormat#AUTO} tells it for each file by its content
 * @param placement where in its minute a merely counted invocation begins
 * @param seed for {@link Placement#UNIFORM}; equal seeds give equal sessions
 * @param columns the columns of {@link TraceFormat#CSV}, null without; with them, AUTO takes every table for that
 *     format
 */
public record TraceOptions(
        TraceFormat format,
        Placement placement,
        long seed,
        @Nullable CsvColumns columns) {

    private static final TraceOptions DEFAULTS = new TraceOptions(TraceFormat.AUTO, Placement.EVEN, 0);

    /** Validates every component. */
    public TraceOptions {
        requireNonNull(format, "format");
        requireNonNull(placement, "placement");
        if (format == TraceFormat.CSV && columns == null) {
            throw new IllegalArgumentException("format csv needs columns, expected at least time=NAME");
        }
    }

    /** Creates options without columns. */
    public TraceOptions(TraceFormat format, Placement placement, long seed) {
        this(format, placement, seed, null);
    }

    /** Returns format by content, even placement, seed 0. */
    public static TraceOptions defaults() {
        return DEFAULTS;
    }

    /** Returns these options with another format. */
    public TraceOptions withFormat(TraceFormat newFormat) {
        return new TraceOptions(newFormat, placement, seed, columns);
    }

    /** Returns these options with another placement. */
    public TraceOptions withPlacement(Placement newPlacement) {
        return new TraceOptions(format, newPlacement, seed, columns);
    }

    /** Returns these options with another seed. */
    public TraceOptions withSeed(long newSeed) {
        return new TraceOptions(format, placement, newSeed, columns);
    }

    /** Returns these options for tables with these columns. */
    public TraceOptions withColumns(CsvColumns newColumns) {
        return new TraceOptions(format, placement, seed, newColumns);
    }
}
