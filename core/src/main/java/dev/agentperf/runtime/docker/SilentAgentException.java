package dev.agentperf.runtime.docker;

import dev.agentperf.runtime.ContainerException;

/** An agent runs and does not answer: starting it in another way would not help. */
final class SilentAgentException extends ContainerException {
    private static final long serialVersionUID = 1L;

    SilentAgentException(String message) {
        super(message);
    }
}
