package dev.agentperf.concurrent;

import static java.util.Objects.requireNonNull;

import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs agents' tasks at the same time, but never more of them than its limit; the next ones wait in order, and those
 * beyond that are rejected at once, which tells the caller to slow down.
 *
 * <p>A task may block: it has a thread of its own, a virtual one where the running JDK has them. What it does with the
 * interrupt that it gets at its deadline is its own affair; until it returns, it occupies its place.
 *
 * <p>Thread-safe. Owns no threads and needs no closing.
 */
public final class AgentExecutor {
    private final ExecutorConfig config;
    private final Scheduler scheduler;
    private final Ticker ticker;
    private final ExecutorCounters counters = new ExecutorCounters();

    /* Guards the two fields below it; never held while foreign code runs. Not a monitor: before JDK 24 a virtual thread
     * that waits for a monitor occupies its carrier. */
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Task<?>> queue = new LinkedHashSet<>();
    private int active;

    /**
     * Creates an executor without tasks.
     *
     * @param config its bounds
     * @param scheduler runs the tasks and their deadlines
     * @param ticker measures waiting and running
     */
    public AgentExecutor(ExecutorConfig config, Scheduler scheduler, Ticker ticker) {
        this.config = requireNonNull(config, "config");
        this.scheduler = requireNonNull(scheduler, "scheduler");
        this.ticker = requireNonNull(ticker, "ticker");
    }

    /** Submits a task with the default deadline. */
    public <T> CompletionStage<Outcome<T>> submit(Callable<T> task) {
        return submit(config.deadline(), task);
    }

    /**
     * Submits a task.
     *
     * @param deadline how long it may take from now on, waiting included; more than zero
     * @param task must not return null
     * @return a stage that never fails; the outcome says what happened
     */
    public <T> CompletionStage<Outcome<T>> submit(Duration deadline, Callable<T> task) {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("deadline must be more than zero, was " + deadline);
        }
        Task<T> submitted = new Task<>(requireNonNull(task, "task"), deadline, ticker.read(), counters);
        counters.submitted.increment();
        admit(submitted);
        return submitted.outcome();
    }

    /** Returns what has happened so far. */
    public ExecutorStats stats() {
        lock.lock();
        try {
            return counters.snapshot(active, queue.size());
        } finally {
            lock.unlock();
        }
    }

    private <T> void admit(Task<T> task) {
        boolean starts;
        Outcome.@Nullable Rejected<T> rejected = null;
        lock.lock();
        try {
            starts = active < config.limit();
            if (starts) {
                active++;
            } else if (queue.size() < config.queueCapacity()) {
                queue.add(task);
            } else {
                rejected = new Outcome.Rejected<>(active, queue.size());
            }
        } finally {
            lock.unlock();
        }
        if (rejected != null) {
            task.reject(rejected);
            return;
        }
        task.expireBy(scheduler.schedule(task.deadline(), () -> expire(task)));
        if (starts) {
            start(task);
        }
    }

    private void start(Task<?> task) {
        try {
            scheduler.execute(() -> run(task));
        } catch (RuntimeException refused) {
            task.refuse(refused);
            releasePlace();
        }
    }

    private void run(Task<?> task) {
        long startNanos = ticker.read();
        counters.waited.recordNanos(startNanos - task.submittedNanos());
        task.run();
        counters.ran.recordNanos(ticker.read() - startNanos);
        releasePlace();
    }

    private void releasePlace() {
        @Nullable Task<?> next = null;
        lock.lock();
        try {
            Iterator<Task<?>> waiting = queue.iterator();
            if (waiting.hasNext()) {
                next = waiting.next();
                waiting.remove();
            } else {
                active--;
            }
        } finally {
            lock.unlock();
        }
        if (next != null) {
            start(next);
        }
    }

    private void expire(Task<?> task) {
        lock.lock();
        try {
            queue.remove(task);
        } finally {
            lock.unlock();
        }
        task.expire();
    }
}
