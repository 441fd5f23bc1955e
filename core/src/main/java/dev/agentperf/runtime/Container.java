package dev.agentperf.runtime;

import static java.util.Objects.requireNonNull;

/**
 * A container whose resident agent has answered once.
 *
 * @param id the engine's own identifier, unique in its runtime
 * @param spec what it was made from
 */
public record Container(String id, ContainerSpec spec) {

    /** Validates both components. */
    public Container {
        requireNonNull(id, "id");
        requireNonNull(spec, "spec");
    }
}
