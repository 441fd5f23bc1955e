package dev.agentperf.reports.gate;

import dev.agentperf.AgentPerfException;

/** Two results come from different environments: a comparison would tell of those, not of the code. */
public final class NotComparableException extends AgentPerfException {
    private static final long serialVersionUID = 1L;

    /** Creates a failure; {@code message} says what differs. */
    public NotComparableException(String message) {
        super(message);
    }
}
