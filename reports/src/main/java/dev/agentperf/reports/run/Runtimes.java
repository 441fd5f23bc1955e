package dev.agentperf.reports.run;

import dev.agentperf.runtime.RuntimeUnavailableException;
import dev.agentperf.runtime.docker.DockerRuntime;
import dev.agentperf.runtime.process.ProcessRuntime;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the runtime that a user chose. */
public final class Runtimes {
    private final Optional<String> image;
    private final RunListener listener;

    /**
     * Creates an opener.
     *
     * @param image the image to start; empty for the runtime's own agent
     * @param listener hears which runtime it is and why
     */
    public Runtimes(Optional<String> image, RunListener listener) {
        this.image = image;
        this.listener = listener;
    }

    /**
     * Opens a runtime.
     *
     * @return null for {@link RuntimeChoice#SIMULATED}; else a runtime that the caller closes
     * @throws RuntimeUnavailableException if Docker was demanded and no engine answers
     */
    public @Nullable OpenRuntime open(RuntimeChoice choice) {
        return switch (choice) {
            case SIMULATED -> null;
            case PROCESS -> processes();
            case DOCKER -> docker();
            case AUTO -> dockerOrProcesses();
        };
    }

    private OpenRuntime dockerOrProcesses() {
        try {
            return docker();
        } catch (RuntimeUnavailableException noEngine) {
            listener.note(String.valueOf(noEngine.getMessage()));
            return processes();
        }
    }

    private OpenRuntime docker() {
        DockerRuntime docker = DockerRuntime.connect(Ticker.system(), Scheduler.system());
        listener.note("runtime: docker " + docker.version() + " at " + docker.address());
        return new OpenRuntime(docker, image.orElse(DockerRuntime.DEFAULT_IMAGE), docker.version());
    }

    private OpenRuntime processes() {
        listener.note("runtime: process, a child JVM for each agent");
        return new OpenRuntime(new ProcessRuntime(Ticker.system(), Scheduler.system()), "child JVM", "");
    }
}
