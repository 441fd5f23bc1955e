package dev.agentperf.runtime;

import dev.agentperf.AgentPerfException;

/** One container could not be created, reached or ended; another may well succeed. */
public class ContainerException extends AgentPerfException {
    private static final long serialVersionUID = 1L;

    /** Creates a failure; {@code message} names the container or image and what was expected. */
    public ContainerException(String message) {
        super(message);
    }

    /** Creates a failure with its cause. */
    public ContainerException(String message, Throwable cause) {
        super(message, cause);
    }
}
