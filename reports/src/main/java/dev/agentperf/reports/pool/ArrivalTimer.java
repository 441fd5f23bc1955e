package dev.agentperf.reports.pool;

import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Workers;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Timers of claims, made on the timers' own thread: one that is due wakes no second thread first, whose way to a busy
 * processor would be taken for the pool's. Its tasks must not block. The thread is a daemon, and ends when there has
 * been nothing to do for a second. Thread-safe.
 */
final class ArrivalTimer implements Scheduler {
    private final ScheduledThreadPoolExecutor timer;

    ArrivalTimer() {
        timer = new ScheduledThreadPoolExecutor(1, Workers.daemonThreads("agentperf-arrivals"));
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        schedule(Duration.ZERO, task);
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable task) {
        Future<?> future = timer.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    /* What a scheduled task throws, its future would keep to itself. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error bug) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, bug);
        }
    }
}
