package dev.agentperf.reports.cli;

import dev.agentperf.simulator.trace.TraceFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Trace formats by the names that documents use, such as {@code azure-llm}. */
final class TraceFormatConverter implements ITypeConverter<TraceFormat> {
    @Override
    public TraceFormat convert(String text) {
        try {
            return TraceFormat.of(text);
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException(unknown.getMessage());
        }
    }
}
