package dev.agentperf.simulator.replay;

/** What a runtime tells its pool ahead of the tool calls of its agents. */
public enum Hints {
    /** Nothing. */
    NONE("nothing"),
    /**
     * When a model begins to answer: which tools it will probably call, as guessed from the sessions that ended before,
     * and when, from how long models took before they called one.
     */
    PREDICTED("which tools a model will probably call, when it begins to answer, as guessed from the sessions that"
            + " ended before"),
    /** When half of a model's answer is there: the tool whose call has begun to stream in. */
    STREAMED("the tool that a model calls, when half of its answer is there");

    private final String description;

    Hints(String description) {
        this.description = description;
    }

    /** Returns what is told, as a part of a sentence. */
    String description() {
        return description;
    }
}
