package dev.agentperf.predict;

import dev.agentperf.AgentPerfException;

/** A predictor's saved state could not be written or is not whole: begin with an empty predictor. */
public final class PredictorStateException extends AgentPerfException {
    private static final long serialVersionUID = 1L;

    /** Creates a failure; {@code message} states what was expected. */
    public PredictorStateException(String message) {
        super(message);
    }

    /** Creates a failure with its cause. */
    public PredictorStateException(String message, Throwable cause) {
        super(message, cause);
    }
}
