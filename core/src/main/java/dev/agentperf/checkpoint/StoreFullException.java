package dev.agentperf.checkpoint;

/** The disk has no room for a checkpoint; the one before is still there: make room and save again. */
public final class StoreFullException extends CheckpointException {
    private static final long serialVersionUID = 1L;

    /** Creates a failure; {@code message} names the store or agent and what is wrong. */
    public StoreFullException(String message) {
        super(message);
    }

    /** Creates a failure with its cause. */
    public StoreFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
