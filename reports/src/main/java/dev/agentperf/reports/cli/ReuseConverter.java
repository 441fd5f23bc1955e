package dev.agentperf.reports.cli;

import dev.agentperf.pool.Reuse;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code single-use} or {@code reset}. */
final class ReuseConverter implements ITypeConverter<Reuse> {
    @Override
    public Reuse convert(String text) {
        return switch (text) {
            case "single-use" -> Reuse.SINGLE_USE;
            case "reset" -> Reuse.RESET;
            default -> throw new TypeConversionException("reuse must be single-use or reset, was " + text);
        };
    }
}
