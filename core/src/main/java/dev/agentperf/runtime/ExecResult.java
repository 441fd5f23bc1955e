package dev.agentperf.runtime;

import static java.util.Objects.requireNonNull;

/**
 * What a command that ran inside a container left behind.
 *
 * @param exitCode 0 for success
 * @param output standard output and standard error, in the order in which they arrived
 */
public record ExecResult(int exitCode, String output) {

    /** Validates the output. */
    public ExecResult {
        requireNonNull(output, "output");
    }
}
