package dev.agentperf.reports.cli;

import dev.agentperf.simulator.engine.FaultPlan.Rates;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lets picocli read what goes wrong as {@link Rates#parse} does. */
final class FaultsConverter implements ITypeConverter<Rates> {
    @Override
    public Rates convert(String text) {
        try {
            return Rates.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
