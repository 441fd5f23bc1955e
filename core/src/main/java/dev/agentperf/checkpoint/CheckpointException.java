package dev.agentperf.checkpoint;

import dev.agentperf.AgentPerfException;

/** A checkpoint could not be written or read; what was committed before is untouched. */
public class CheckpointException extends AgentPerfException {
    private static final long serialVersionUID = 1L;

    /** Creates a failure; {@code message} names the store or agent and what is wrong. */
    public CheckpointException(String message) {
        super(message);
    }

    /** Creates a failure with its cause. */
    public CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
