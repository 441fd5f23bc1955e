package dev.agentperf.testkit;

import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Timers and tasks that run on the test's own thread, in order of their time and then of their submission, while the
 * test advances the clock. Nothing runs before {@link #runDue} or {@link #advance}.
 *
 * <p>Tasks may be submitted from any thread; only one thread may advance.
 */
public final class ManualScheduler implements Scheduler {
    private final ManualTicker ticker = new ManualTicker();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::atNanos).thenComparingLong(Timer::number));
    private long submitted;

    /** Returns the clock that {@link #advance} moves. */
    public Ticker ticker() {
        return ticker;
    }

    @Override
    public void execute(Runnable task) {
        schedule(Duration.ZERO, task);
    }

    @Override
    public synchronized Scheduled schedule(Duration delay, Runnable task) {
        Timer timer = new Timer(ticker.read() + Math.max(0, delay.toNanos()), submitted++, task);
        timers.add(timer);
        return () -> cancel(timer);
    }

    /** Runs all that is due now, and what that makes due now. */
    public void runDue() {
        advance(Duration.ZERO);
    }

    /**
     * Moves the clock forward, stopping at each timer on the way to run it at its own time. A task may itself advance
     * the clock, as if it took that long.
     */
    public void advance(Duration duration) {
        long endNanos = ticker.read() + duration.toNanos();
        for (Timer due = nextUntil(endNanos); due != null; due = nextUntil(Math.max(endNanos, ticker.read()))) {
            moveTo(due.atNanos());
            due.task().run();
        }
        moveTo(endNanos);
    }

    private void moveTo(long atNanos) {
        ticker.advance(Duration.ofNanos(Math.max(0, atNanos - ticker.read())));
    }

    /** Returns how many tasks wait for their time. */
    public synchronized int pending() {
        return timers.size();
    }

    private synchronized @Nullable Timer nextUntil(long endNanos) {
        Timer next = timers.peek();
        return next != null && next.atNanos() <= endNanos ? timers.poll() : null;
    }

    private synchronized void cancel(Timer timer) {
        timers.remove(timer);
    }

    private record Timer(long atNanos, long number, Runnable task) {}
}
