package dev.agentperf.simulator.trace;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Azure Functions 2019: how often each function was invoked in each minute of one day. Every invocation is a
 * session, its type the function. Holds the counts, not the sessions.
 *
 * <p>The trace does not say which day it was, so its first minute is placed at the epoch. The published files of the
 * fourteen days carry the day's number in their name ({@code .d01.} to {@code .d14.}), which moves them by whole days.
 */
final class AzureFunctionsReader implements SessionStream {
    private static final Pattern DAY = Pattern.compile("\\.d(0[1-9]|1[0-4])\\.");
    private static final long DAY_NANOS = 1440 * MinuteMerge.MINUTE_NANOS;

    private final TraceFile file;
    private final Notes notes;
    private final MinuteMerge invocations;

    private AzureFunctionsReader(TraceFile file, Notes notes, MinuteMerge invocations) {
        this.file = file;
        this.notes = notes;
        this.invocations = invocations;
    }

    /** Reads the counts of {@code file}. */
    static AzureFunctionsReader open(TraceFile file, TraceOptions options) {
        Notes notes = new Notes();
        long origin = originNanos(file);
        notes.state("its counts do not say which day it was: its first minute is " + Times.format(origin));
        notes.state("invocations were counted per minute: placed inside it by placement "
                + options.placement().id());
        List<FunctionLoad> functions = new FunctionTable(file, notes).read();
        return new AzureFunctionsReader(file, notes, new MinuteMerge(functions, origin, options));
    }

    private static long originNanos(TraceFile file) {
        Matcher day = DAY.matcher(file.path().getFileName().toString());
        return day.find() ? (Long.parseLong(day.group(1)) - 1) * DAY_NANOS : 0;
    }

    @Override
    public @Nullable Session next() {
        return invocations.next();
    }

    @Override
    public List<String> notes() {
        return notes.sentences(file);
    }

    @Override
    public void close() {
        file.close();
    }
}
