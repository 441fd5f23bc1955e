package dev.agentperf.simulator.replay;

/** What a runtime tells its pool ahead of the tool calls of its agents. */
public enum Hints {
    /** Nothing. */
    NONE,
    /**
     * When a model begins to answer: which tools it will probably call, as guessed from the sessions that ended before,
     * and when, from how long models took before they called one.
     */
    PREDICTED,
    /** When half of a model's answer is there: the tool whose call has begun to stream in. */
    STREAMED
}
