package dev.agentperf.checkpoint;

/** A newer version of this library wrote the checkpoint: upgrade, or read it there. */
public final class CheckpointVersionException extends CheckpointException {
    private static final long serialVersionUID = 1L;

    /** Creates a failure; {@code message} names the store or agent and what is wrong. */
    public CheckpointVersionException(String message) {
        super(message);
    }

    /** Creates a failure with its cause. */
    public CheckpointVersionException(String message, Throwable cause) {
        super(message, cause);
    }
}
