package dev.agentperf.runtime;

import dev.agentperf.AgentPerfException;

/** The engine itself does not answer: no container can be made until it does. */
public class RuntimeUnavailableException extends AgentPerfException {
    private static final long serialVersionUID = 1L;

    /** Creates a failure; {@code message} names what was tried. */
    public RuntimeUnavailableException(String message) {
        super(message);
    }

    /** Creates a failure with its cause. */
    public RuntimeUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
