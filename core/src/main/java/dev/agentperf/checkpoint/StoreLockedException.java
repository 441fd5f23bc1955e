package dev.agentperf.checkpoint;

/** Another process or store object has the directory open: only one may. */
public final class StoreLockedException extends CheckpointException {
    private static final long serialVersionUID = 1L;

    /** Creates a failure; {@code message} names the store or agent and what is wrong. */
    public StoreLockedException(String message) {
        super(message);
    }

    /** Creates a failure with its cause. */
    public StoreLockedException(String message, Throwable cause) {
        super(message, cause);
    }
}
