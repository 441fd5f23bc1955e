package dev.agentperf.reports.run;

import dev.agentperf.AgentPerfException;

/** A benchmark threw, or JMH could not run: what was measured before it stands. */
public final class BenchmarkFailedException extends AgentPerfException {
    private static final long serialVersionUID = 1L;

    /** Creates a failure; {@code message} says where JMH's own words are. */
    public BenchmarkFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
