package dev.agentperf.simulator.trace;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens traces of every {@linkplain TraceFormat format}, packed with gzip or not.
 *
 * <p>Reading streams: memory does not grow with the number of sessions, but for one {@code tau2} file, which stands in
 * no order, and for the counts of an {@code azure-functions} file. What a reader cannot map it counts and
 * {@linkplain SessionStream#notes() says}; it never guesses a time.
 */
public final class Traces {
    private Traces() {}

    /**
     * Opens files as one trace, by start time; sessions of equal start come in the order of the files.
     *
     * @param files at least one; several of one format, or of different ones
     * @throws TraceException if a file is missing, empty, damaged or of no known format
     */
    public static SessionStream open(List<Path> files, TraceOptions options) {
        requireNonNull(options, "options");
        if (files.isEmpty()) {
            throw new IllegalArgumentException("files must name at least one trace, was empty");
        }
        List<SessionStream> streams = new ArrayList<>();
        try {
            for (Path file : files) {
                streams.add(open(TraceFile.open(file), options));
            }
            return streams.size() == 1 ? streams.get(0) : new MergedSessions(streams);
        } catch (RuntimeException e) {
            streams.forEach(SessionStream::close);
            throw e;
        }
    }

    /**
     * Reads a trace through once and returns its size, its agent types and what could not be mapped.
     *
     * @throws TraceException if it cannot be read to its end
     */
    public static TraceScan scan(List<Path> files, TraceOptions options) {
        try (SessionStream sessions = open(files, options)) {
            return TraceScan.of(sessions);
        }
    }

    /** Opens one file; it is closed with the stream, or if that fails. */
    static SessionStream open(TraceFile file, TraceOptions options) {
        try {
            TraceFormat format =
                    options.format() == TraceFormat.AUTO ? FormatDetector.detect(file, options) : options.format();
            return open(file, format, options);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static SessionStream open(TraceFile file, TraceFormat format, TraceOptions options) {
        return switch (format) {
            case AGENTPERF -> new AgentPerfReader(file);
            case AZURE_LLM -> new AzureLlmReader(file);
            case AZURE_FUNCTIONS -> AzureFunctionsReader.open(file, options);
            case TAU2 -> new Tau2Reader(file);
            case AZURE_FUNCTIONS_2021 -> AzureFunctions2021Reader.open(file);
            case COPILOT_AGENT_2026 -> CopilotAgentReader.open(file);
            case OTLP -> OtlpReader.open(file);
            case CSV -> new CsvReader(file, columns(options));
            case AUTO -> throw new IllegalStateException("format must be known here, was auto");
        };
    }

    private static CsvColumns columns(TraceOptions options) {
        return requireNonNull(options.columns(), "columns");
    }
}
