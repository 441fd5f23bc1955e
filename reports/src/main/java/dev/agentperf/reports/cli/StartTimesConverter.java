package dev.agentperf.reports.cli;

import dev.agentperf.AgentPerfException;
import dev.agentperf.simulator.world.StartTimes;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration, a distribution, or the {@code starts.json} of a run. */
final class StartTimesConverter implements ITypeConverter<StartTimes> {
    @Override
    public StartTimes convert(String text) {
        if (text.startsWith("-")) {
            throw new TypeConversionException("duration must not be negative, was '" + text + "'");
        }
        try {
            return text.endsWith(".json")
                    ? StartTimes.measured(Path.of(text))
                    : StartTimes.parse(DurationConverter.normal(text));
        } catch (IllegalArgumentException | AgentPerfException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
