package dev.agentperf.concurrent;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import dev.agentperf.time.Scheduler;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One submitted task. Thread-safe: of the methods that may end it, the first one does and counts it. */
final class Task<T> implements Submission<T> {
    /* WAITING -> RUNNING -> ENDED, or from either of the first two to ENDED by its deadline or by cancellation; INTERRUPTING
     * is the moment in which another thread holds on to the runner, which must not go on to other work before it is over. */
    private enum State {
        WAITING,
        RUNNING,
        INTERRUPTING,
        ENDED
    }

    private final AgentExecutor executor;
    private final AgentType type;
    private final Callable<T> work;
    private final Duration deadline;
    private final long number;
    private final long submittedNanos;
    private final CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private volatile @Nullable Thread runner;
    private volatile Scheduler.@Nullable Scheduled timer;

    Task(AgentExecutor executor, AgentType type, Callable<T> work, Duration deadline, long number) {
        this.executor = executor;
        this.type = type;
        this.work = work;
        this.deadline = deadline;
        this.number = number;
        this.submittedNanos = executor.nowNanos();
    }

    AgentType type() {
        return type;
    }

    Duration deadline() {
        return deadline;
    }

    /** Returns its place in the order of submissions. */
    long number() {
        return number;
    }

    long submittedNanos() {
        return submittedNanos;
    }

    @Override
    public CompletionStage<Outcome<T>> outcome() {
        return outcome.minimalCompletionStage();
    }

    @Override
    public void cancel() {
        executor.leaveLine(this);
        stop(new Outcome.Cancelled<>(false), new Outcome.Cancelled<>(true));
    }

    void expireBy(Scheduler.Scheduled scheduled) {
        timer = scheduled;
        if (outcome.isDone()) {
            scheduled.cancel();
        }
    }

    void reject(Outcome.Rejected<T> rejected) {
        state.set(State.ENDED);
        end(rejected);
    }

    void refuse(RuntimeException cause) {
        if (state.compareAndSet(State.WAITING, State.ENDED)) {
            end(new Outcome.Failed<>(cause));
        }
    }

    /** Runs the work on the calling thread, unless its deadline has passed. */
    void run() {
        runner = Thread.currentThread();
        if (!state.compareAndSet(State.WAITING, State.RUNNING)) {
            return;
        }
        Outcome<T> result = call();
        if (state.compareAndSet(State.RUNNING, State.ENDED)) {
            end(result);
        } else {
            absorbInterrupt();
        }
    }

    private Outcome<T> call() {
        try {
            return new Outcome.Completed<>(requireNonNull(work.call(), "task must not return null"));
        } catch (Throwable thrown) {
            return new Outcome.Failed<>(thrown);
        }
    }

    private void absorbInterrupt() {
        while (state.get() == State.INTERRUPTING) {
            Thread.onSpinWait();
        }
        Thread.interrupted();
    }

    /** Ends the task because its time is over; interrupts it if it runs. */
    void expire() {
        executor.leaveLine(this);
        stop(new Outcome.Late<>(deadline, false), new Outcome.Late<>(deadline, true));
    }

    private void stop(Outcome<T> ifWaiting, Outcome<T> ifRunning) {
        if (state.compareAndSet(State.WAITING, State.ENDED)) {
            end(ifWaiting);
        } else if (state.compareAndSet(State.RUNNING, State.INTERRUPTING)) {
            requireNonNull(runner).interrupt();
            state.set(State.ENDED);
            end(ifRunning);
        }
    }

    /* Counted first: whoever sees the outcome also sees it counted. */
    private void end(Outcome<T> result) {
        Scheduler.Scheduled scheduled = timer;
        if (scheduled != null) {
            scheduled.cancel();
        }
        executor.count(result);
        outcome.complete(result);
    }
}
