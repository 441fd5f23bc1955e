package dev.agentperf.reports.cli;

/**
 * An amount of memory.
 *
 * @param bytes 0 or more
 */
record ByteSize(long bytes) {

    /** Validates the amount. */
    ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("size must not be negative, was " + bytes);
        }
    }
}
