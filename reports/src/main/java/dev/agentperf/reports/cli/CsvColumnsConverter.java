package dev.agentperf.reports.cli;

import dev.agentperf.simulator.trace.CsvColumns;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The columns of a table as a user names them, such as {@code time=ts,type=model}. */
final class CsvColumnsConverter implements ITypeConverter<CsvColumns> {
    @Override
    public CsvColumns convert(String text) {
        try {
            return CsvColumns.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(wrong.getMessage());
        }
    }
}
