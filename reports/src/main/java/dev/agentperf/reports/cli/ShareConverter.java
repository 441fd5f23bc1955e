package dev.agentperf.reports.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Shares as people write them: {@code 0.99} or {@code 99%}. */
final class ShareConverter implements ITypeConverter<Double> {
    private static final Pattern FORM = Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+))\\s*(%?)");
    private static final double PERCENT = 100;

    @Override
    public Double convert(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new TypeConversionException("share must look like 0.99 or 99%, was '" + text + "'");
        }
        double number = Double.parseDouble(matcher.group(1));
        return matcher.group(2).isEmpty() ? number : number / PERCENT;
    }
}
