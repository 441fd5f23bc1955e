package dev.agentperf.reports.cli;

import dev.agentperf.pool.policy.PoolPolicy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Pool policies as documents write them, such as {@code fixed:10}. */
final class PolicyConverter implements ITypeConverter<PoolPolicy> {
    @Override
    public PoolPolicy convert(String text) {
        try {
            return PoolPolicy.parse(text);
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException(unknown.getMessage());
        }
    }
}
