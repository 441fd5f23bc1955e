package dev.agentperf.reports.cli;

import dev.agentperf.simulator.trace.TraceFormat;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Trace formats by the names that documents use, such as {@code azure-llm}. */
final class TraceFormatConverter implements ITypeConverter<TraceFormat>, Iterable<String> {
    @Override
    public TraceFormat convert(String text) {
        try {
            return TraceFormat.of(text);
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException(unknown.getMessage());
        }
    }

    /** Returns all names, for a shell to complete. */
    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(TraceFormat.values()).map(TraceFormat::id).iterator();
    }
}
