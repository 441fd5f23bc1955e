package dev.agentperf.concurrent;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** How a task ended. Every task ends in exactly one of these. */
public sealed interface Outcome<T> {

    /**
     * It ran to its end in time.
     *
     * @param value what it returned
     */
    record Completed<T>(T value) implements Outcome<T> {

        /** Validates the value. */
        public Completed {
            requireNonNull(value, "value");
        }
    }

    /**
     * It was not accepted and has not run: as many tasks ran and waited as may.
     *
     * @param running how many ran
     * @param waiting how many waited
     */
    record Rejected<T>(int running, int waiting) implements Outcome<T> {}

    /**
     * Its deadline passed. If it ran, its thread was interrupted and its result, if any, is dropped.
     *
     * @param deadline how long it was allowed to take
     * @param started whether it had begun to run
     */
    record Late<T>(Duration deadline, boolean started) implements Outcome<T> {}

    /**
     * Somebody cancelled it. If it ran, its thread was interrupted and its result, if any, is dropped.
     *
     * @param started whether it had begun to run
     */
    record Cancelled<T>(boolean started) implements Outcome<T> {}

    /**
     * It ended by throwing.
     *
     * @param cause what it threw
     */
    record Failed<T>(Throwable cause) implements Outcome<T> {

        /** Validates the cause. */
        public Failed {
            requireNonNull(cause, "cause");
        }
    }
}
