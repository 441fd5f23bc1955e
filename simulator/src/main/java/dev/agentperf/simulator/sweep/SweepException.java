package dev.agentperf.simulator.sweep;

import dev.agentperf.AgentPerfException;

/** A grid that cannot be used, or a result that belongs to another one; the message says which in one line. */
public final class SweepException extends AgentPerfException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception with its message. */
    public SweepException(String message) {
        super(message);
    }
}
