package dev.agentperf.reports.run;

import dev.agentperf.runtime.process.ProcessRuntime;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the runtime that a user chose. */
public final class Runtimes {
    private Runtimes() {}

    /**
     * Opens a runtime.
     *
     * @param image the image to start; empty for the runtime's own agent
     * @param listener hears which runtime it is and why
     * @return null for {@link RuntimeChoice#SIMULATED}; else a runtime that the caller closes
     * @throws dev.agentperf.runtime.RuntimeUnavailableException if Docker was demanded and no engine answers
     */
    public static @Nullable OpenRuntime open(RuntimeChoice choice, Optional<String> image, RunListener listener) {
        return switch (choice) {
            case SIMULATED -> null;
            case PROCESS, AUTO, DOCKER -> processes(listener);
        };
    }

    private static OpenRuntime processes(RunListener listener) {
        listener.note("runtime: process (a child JVM for each agent)");
        return new OpenRuntime(new ProcessRuntime(Ticker.system(), Scheduler.system()), "child JVM", "");
    }
}
