package dev.agentperf.reports.cli;

import dev.agentperf.pool.Reuse;
import dev.agentperf.simulator.world.StartTimes;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What containers cost in time: the options of every command that simulates some. */
final class ContainerOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private CommandSpec spec;

    @Option(
            names = "--cold-start",
            paramLabel = "TIME",
            converter = StartTimesConverter.class,
            description = "A start: 500ms, lognormal:p50=341ms,p99=440ms, or a run's starts.json.")
    private @Nullable StartTimes coldStart;

    @Option(
            names = "--reset-time",
            paramLabel = "TIME",
            defaultValue = "0s",
            description = "A reset, under --reuse reset (default: ${DEFAULT-VALUE}).")
    private Duration resetTime = Duration.ZERO;

    @Option(
            names = "--reuse",
            paramLabel = "MODE",
            completionCandidates = Choice.OfReuse.class,
            defaultValue = "single-use",
            description = "single-use or reset (default: ${DEFAULT-VALUE}).")
    private Reuse reuse = Reuse.SINGLE_USE;

    /** Returns the start times; a usage error where none were given. */
    StartTimes starts() {
        if (coldStart == null) {
            throw new ParameterException(
                    spec.commandLine(), "--cold-start must be given, such as 500ms: traces do not say");
        }
        return coldStart;
    }

    /** Returns the start times, empty where none were given. */
    Optional<StartTimes> givenStarts() {
        return Optional.ofNullable(coldStart);
    }

    Duration resetTime() {
        return resetTime;
    }

    Reuse reuse() {
        return reuse;
    }
}
