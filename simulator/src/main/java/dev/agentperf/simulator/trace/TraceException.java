package dev.agentperf.simulator.trace;

import dev.agentperf.AgentPerfException;

/**
 * A trace cannot be read or written: the message is one line with file, line where there is one, and what was expected.
 */
public final class TraceException extends AgentPerfException {
    private static final long serialVersionUID = 1L;

    /** Creates a failure; {@code message} starts with the file's name. */
    public TraceException(String message) {
        super(message);
    }

    /** Creates a failure with its cause. */
    public TraceException(String message, Throwable cause) {
        super(message, cause);
    }
}
