package dev.agentperf.reports.read;

import dev.agentperf.AgentPerfException;

/** Results cannot be read: the message is one line with file, line where there is one, and what was expected. */
public final class ResultsException extends AgentPerfException {
    private static final long serialVersionUID = 1L;

    /** Creates a failure; {@code message} starts with the file's name. */
    public ResultsException(String message) {
        super(message);
    }

    /** Creates a failure with its cause. */
    public ResultsException(String message, Throwable cause) {
        super(message, cause);
    }
}
