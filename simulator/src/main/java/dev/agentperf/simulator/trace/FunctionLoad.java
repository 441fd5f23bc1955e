package dev.agentperf.simulator.trace;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.Session.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One function of a trace of counts.
 *
 * @param type the function
 * @param durationNanos how long each invocation lasts; 0 where the trace does not say
 * @param usage what each invocation uses, null where the trace does not say; one object for all of them
 * @param counts its invocations
 */
record FunctionLoad(
        AgentType type, long durationNanos, @Nullable Usage usage, MinuteCounts counts) {

    Session invocation(long startNanos) {
        return new Session("", type, startNanos, startNanos + durationNanos, List.of(), usage);
    }
}
