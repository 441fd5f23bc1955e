package dev.agentperf.reports.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Decimal numbers, none of which is NaN or infinite: {@code 0.5}, {@code 300}, {@code 1e-3}. */
final class NumberConverter implements ITypeConverter<Double> {
    private static final Pattern FORM = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");

    @Override
    public Double convert(String text) {
        double number = FORM.matcher(text.strip()).matches() ? Double.parseDouble(text.strip()) : Double.NaN;
        if (!Double.isFinite(number)) {
            throw new TypeConversionException("expected a number, such as 0.5 or 300, was '" + text + "'");
        }
        return number;
    }
}
