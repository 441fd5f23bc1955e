package dev.agentperf.time;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * A source of timers and of threads to run on.
 *
 * <p>{@link #execute} runs a task soon, never on a stack that holds the caller's locks in production; the simulator
 * runs it at the same virtual time. Thread-safe. Tasks must not throw; one that does is reported to the thread's
 * uncaught exception handler and does not stop the others.
 */
public interface Scheduler extends Executor {

    /**
     * Runs {@code task} once after {@code delay}.
     *
     * @param delay zero or more; a negative delay counts as zero
     * @return a handle that prevents a task which has not started yet
     */
    Scheduled schedule(Duration delay, Runnable task);

    /** A task that waits for its time. */
    @FunctionalInterface
    interface Scheduled {

        /** Prevents the task from starting; no effect once it has started. Idempotent. */
        void cancel();
    }

    /**
     * Returns the process-wide scheduler: one daemon timer thread, tasks on virtual threads where the running JDK has
     * them and on a pool of daemon threads elsewhere. It is never closed.
     */
    static Scheduler system() {
        return SystemScheduler.INSTANCE;
    }
}
