package dev.agentperf.concurrent;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs agents' tasks at the same time, but never more of them than its limit; the next ones wait in order, and those
 * beyond that are rejected at once, which tells the caller to slow down. The limit may follow the load, and a type of
 * agent that comes in great numbers may be kept to its share; see {@link ExecutorConfig}.
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

    /* Guards the fields below it; never held while foreign code runs. Not a monitor: before JDK 24 a virtual thread
     * that waits for a monitor occupies its carrier. */
    private final ReentrantLock lock = new ReentrantLock();
    private final WaitingLine line;
    private final ConcurrencyLimit limit;
    private int active;
    private long submissions;

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
        line = new WaitingLine(config.typeShare());
        limit = config.newLimit();
    }

    /** Submits a task with the default deadline. */
    public <T> Submission<T> submit(AgentType type, Callable<T> task) {
        return submit(type, config.deadline(), task);
    }

    /**
     * Submits a task.
     *
     * @param deadline how long it may take from now on, waiting included; more than zero
     * @param task must not return null
     */
    public <T> Submission<T> submit(AgentType type, Duration deadline, Callable<T> task) {
        requireNonNull(type, "type");
        requireNonNull(task, "task");
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("deadline must be more than zero, was " + deadline);
        }
        counters.submitted.increment();
        return admit(type, deadline, task);
    }

    /** Returns what has happened so far. */
    public ExecutorStats stats() {
        lock.lock();
        try {
            return counters.snapshot(limit.current(), active, line.size());
        } finally {
            lock.unlock();
        }
    }

    private <T> Submission<T> admit(AgentType type, Duration deadline, Callable<T> work) {
        boolean starts;
        Outcome.@Nullable Rejected<T> rejected = null;
        Task<T> task;
        lock.lock();
        try {
            task = new Task<>(this, type, work, deadline, submissions++);
            starts = active < limit.current();
            if (starts) {
                take(task);
            } else if (line.size() < config.queueCapacity()) {
                line.add(task);
            } else {
                rejected = new Outcome.Rejected<>(active, line.size());
            }
        } finally {
            lock.unlock();
        }
        if (rejected != null) {
            task.reject(rejected);
            return task;
        }
        task.expireBy(scheduler.schedule(deadline, task::expire));
        if (starts) {
            start(task);
        }
        return task;
    }

    private void take(Task<?> task) {
        active++;
        line.started(task.type());
    }

    private void start(Task<?> task) {
        try {
            scheduler.execute(() -> run(task));
        } catch (RuntimeException refused) {
            task.refuse(refused);
            giveBack(task, 0);
        }
    }

    private void run(Task<?> task) {
        long startNanos = ticker.read();
        counters.waited.recordNanos(startNanos - task.submittedNanos());
        task.run();
        long runNanos = ticker.read() - startNanos;
        counters.ran.recordNanos(runNanos);
        giveBack(task, runNanos);
    }

    private void giveBack(Task<?> task, long runNanos) {
        List<Task<?>> next = new ArrayList<>(1);
        lock.lock();
        try {
            limit.ended(runNanos, active);
            active--;
            line.ended(task.type());
            fillPlaces(next);
        } finally {
            lock.unlock();
        }
        next.forEach(this::start);
    }

    /* One place was given back, but a limit that has risen or fallen makes that several or none. */
    private void fillPlaces(List<Task<?>> next) {
        while (active < limit.current()) {
            Task<?> waiting = line.next(limit.current());
            if (waiting == null) {
                return;
            }
            take(waiting);
            next.add(waiting);
        }
    }

    /** Takes a task that is about to end out of the line, if it waits. */
    void leaveLine(Task<?> task) {
        lock.lock();
        try {
            boolean unused = line.remove(task);
        } finally {
            lock.unlock();
        }
    }

    void count(Outcome<?> outcome) {
        counters.count(outcome);
    }

    long nowNanos() {
        return ticker.read();
    }
}
