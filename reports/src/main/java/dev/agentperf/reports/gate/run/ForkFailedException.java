package dev.agentperf.reports.gate.run;

import dev.agentperf.AgentPerfException;

/** A fork threw, or its JVM could not run; the other benchmarks go on. */
public final class ForkFailedException extends AgentPerfException {
    private static final long serialVersionUID = 1L;

    /** Creates a failure; {@code message} names the benchmark and says where its own words are. */
    public ForkFailedException(String message) {
        super(message);
    }
}
