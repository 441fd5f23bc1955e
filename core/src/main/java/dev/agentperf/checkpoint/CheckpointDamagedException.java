package dev.agentperf.checkpoint;

/** Neither slot of a checkpoint holds what was written: the state is lost, start the agent anew. */
public final class CheckpointDamagedException extends CheckpointException {
    private static final long serialVersionUID = 1L;

    /** Creates a failure; {@code message} names the store or agent and what is wrong. */
    public CheckpointDamagedException(String message) {
        super(message);
    }

    /** Creates a failure with its cause. */
    public CheckpointDamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
