package dev.agentperf.reports.run;

import static java.util.Objects.requireNonNull;

import dev.agentperf.runtime.ContainerRuntime;

/**
 * A runtime that answered, and what it starts.
 *
 * @param runtime the runtime; closed with this
 * @param image the image, or what stands for one where there are none
 * @param version the engine's version; empty where there is no engine
 */
public record OpenRuntime(ContainerRuntime runtime, String image, String version) implements AutoCloseable {

    /** Validates every component. */
    public OpenRuntime {
        requireNonNull(runtime, "runtime");
        requireNonNull(image, "image");
        requireNonNull(version, "version");
    }

    @Override
    public void close() {
        runtime.close();
    }
}
