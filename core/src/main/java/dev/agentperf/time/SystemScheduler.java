package dev.agentperf.time;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The {@link Scheduler} of the running process. */
final class SystemScheduler implements Scheduler {
    static final SystemScheduler INSTANCE = new SystemScheduler();

    /* One thread is enough for any number of timers, because it only hands tasks over: a slow task delays no timer. */
    private final ScheduledThreadPoolExecutor timer;
    private final Executor workers = Workers.create("agentperf-worker");

    private SystemScheduler() {
        timer = new ScheduledThreadPoolExecutor(1, Workers.daemonThreads("agentperf-timer"));
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void execute(Runnable task) {
        workers.execute(task);
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable task) {
        Future<?> future = timer.schedule(() -> workers.execute(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }
}
