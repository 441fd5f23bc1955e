package dev.agentperf.concurrent;

import java.util.concurrent.CompletionStage;

/** A task that was submitted. Thread-safe. */
public interface Submission<T> {

    /** Returns a stage that never fails; its outcome says what happened. */
    CompletionStage<Outcome<T>> outcome();

    /**
     * Ends the task, unless it has ended: one that waits never starts; the thread of one that runs is interrupted, so
     * that it can let go of its container. Idempotent.
     */
    void cancel();
}
