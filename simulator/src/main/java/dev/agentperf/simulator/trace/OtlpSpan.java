package dev.agentperf.simulator.trace;

/**
 * What matters of one OpenTelemetry span.
 *
 * @param traceId the trace, lower-case hex
 * @param spanId the span, lower-case hex
 * @param parentId the span that caused it; empty for a root
 * @param role what it stands for
 * @param label the agent's, the model's or the tool's name; may be empty
 * @param conversation the conversation's id; may be empty
 * @param startNanos when it began, in nanoseconds since the epoch
 * @param endNanos when it ended; {@link #NO_END} where the span does not say
 */
record OtlpSpan(
        String traceId,
        String spanId,
        String parentId,
        Role role,
        String label,
        String conversation,
        long startNanos,
        long endNanos) {

    /** An end that is not known. */
    static final long NO_END = Long.MIN_VALUE;

    /** What a span stands for. */
    enum Role {
        /** A run of an agent. */
        AGENT,
        /** A call of a model. */
        MODEL,
        /** A call of a tool. */
        TOOL,
        /** Known, and no more than a group of others. */
        GROUP,
        /** Nothing that any convention names. */
        UNKNOWN
    }

    boolean ended() {
        return endNanos != NO_END;
    }

    boolean isStep() {
        return role == Role.MODEL || role == Role.TOOL;
    }

    boolean contains(long nanos) {
        return nanos >= startNanos && nanos <= endNanos;
    }
}
