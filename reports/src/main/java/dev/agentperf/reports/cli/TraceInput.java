package dev.agentperf.reports.cli;

import dev.agentperf.simulator.trace.CsvColumns;
import dev.agentperf.simulator.trace.Placement;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceFormat;
import dev.agentperf.simulator.trace.TraceOptions;
import dev.agentperf.simulator.trace.TraceScan;
import dev.agentperf.simulator.trace.Traces;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How traces are read: the options of every command that takes one. */
final class TraceInput {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "auto",
            converter = TraceFormatConverter.class,
            completionCandidates = TraceFormatConverter.class,
            description = "auto (by content), agentperf, azure-llm, azure-functions, azure-functions-2021, tau2, "
                    + "copilot-agent-2026, otlp or csv (default: auto).")
    private TraceFormat format = TraceFormat.AUTO;

    @Option(
            names = "--columns",
            paramLabel = "NAMES",
            converter = CsvColumnsConverter.class,
            description = "A csv's columns, time=ts,duration=secs for example; of time, end or duration, "
                    + "type, session, cpu, memory.")
    private @Nullable CsvColumns columns;

    @Option(
            names = "--placement",
            paramLabel = "WHERE",
            completionCandidates = Choice.OfPlacement.class,
            defaultValue = "even",
            description = "Where per-minute counts lie in their minute: start, even or uniform (default: even).")
    private Placement placement = Placement.EVEN;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "What random choices start from (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    /**
     * Opens the files as one trace.
     *
     * @throws IllegalArgumentException if columns are named for a format that names its own
     */
    SessionStream open(List<Path> files) {
        if (columns != null && format != TraceFormat.AUTO && format != TraceFormat.CSV) {
            throw new IllegalArgumentException("--columns goes with --format csv, was " + format.id());
        }
        return Traces.open(files, new TraceOptions(format, placement, seed, columns));
    }

    /** Reads the files through, for what has to be known before a replay, and shows how that gets on. */
    TraceScan scan(List<Path> files, Terminal terminal) {
        return scan(files, terminal, UnaryOperator.identity());
    }

    /** Same as {@link #scan(List, Terminal)} of what is made of the sessions. */
    TraceScan scan(List<Path> files, Terminal terminal, UnaryOperator<SessionStream> claims) {
        try (SessionStream sessions = claims.apply(watched(files, "reading the trace", terminal))) {
            TraceScan scan = TraceScan.of(sessions);
            require(scan.summary().sessions(), files, sessions);
            return scan;
        }
    }

    /**
     * Refuses a trace in which there was nothing, as one read in another format than its own.
     *
     * @throws IllegalArgumentException if there was no session
     */
    static void require(long count, List<Path> files, SessionStream sessions) {
        if (count == 0) {
            String names = files.stream().map(Path::toString).collect(Collectors.joining(", "));
            throw new IllegalArgumentException(names + ": holds no session"
                    + sessions.notes().stream().map(note -> "; " + note).collect(Collectors.joining()));
        }
    }

    /**
     * Opens the files as one trace whose sessions, nobody knows how many, are steps of a task.
     *
     * @param name what is done with them
     */
    SessionStream watched(List<Path> files, String name, Terminal terminal) {
        return new WatchedSessions(open(files), Progress.on(terminal).start(name, 0));
    }

    long seed() {
        return seed;
    }
}
