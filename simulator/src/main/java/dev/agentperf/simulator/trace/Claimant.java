package dev.agentperf.simulator.trace;

/** Who has a container in a replay. */
public enum Claimant {
    /** Each session, for as long as it lasts. */
    SESSION,

    /** Each tool call, of its tool's own type: see {@link ToolCalls}. */
    TOOL;

    /** Returns what claims of a trace; closing it closes the trace. */
    public SessionStream of(SessionStream sessions) {
        return this == TOOL ? new ToolCalls(sessions) : sessions;
    }
}
