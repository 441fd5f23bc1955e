package dev.agentperf.simulator.engine;

import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;

/**
 * A virtual clock and the events that move it: what {@link Ticker} and {@link Scheduler} are in a simulation.
 *
 * <p>Time stands still while a task runs and jumps to the next event afterwards. Tasks given to {@link #execute} run at
 * the same virtual time, in order, after the task that gave them. Same calls, same order, same result. Not thread-safe:
 * one thread drives it.
 */
public final class Engine implements Ticker, Scheduler {

    /** A delay that no simulation lives to see: what is scheduled after it, or after longer, is not kept. */
    public static final Duration FOREVER = Duration.ofDays(36_500);

    private static final long FOREVER_NANOS = FOREVER.toNanos();
    private static final Scheduled NEVER = () -> {};

    private final EventQueue queue = new EventQueue();
    private final ArrayDeque<Runnable> soon = new ArrayDeque<>();
    private long nowNanos;
    private long events;

    /** Creates an engine whose clock shows {@code startNanos}. */
    public Engine(long startNanos) {
        nowNanos = startNanos;
    }

    @Override
    public long read() {
        return nowNanos;
    }

    @Override
    public void execute(Runnable task) {
        soon.addLast(task);
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable task) {
        long delayNanos = Math.max(0, nanos(delay));
        return delayNanos >= FOREVER_NANOS ? NEVER : scheduleAt(saturatedAdd(nowNanos, delayNanos), task);
    }

    /**
     * Runs {@code task} at a time of the virtual clock.
     *
     * @param atNanos not before now
     */
    public Scheduled scheduleAt(long atNanos, Runnable task) {
        if (atNanos < nowNanos) {
            throw new IllegalArgumentException(
                    "event must not lie in the past, was " + (nowNanos - atNanos) + " ns ago");
        }
        return queue.add(atNanos, task);
    }

    /** Runs everything up to and including {@code untilNanos}, and leaves the clock there. */
    public void runUntil(long untilNanos) {
        runSoon();
        while (queue.nextAtNanos() <= untilNanos) {
            step();
        }
        nowNanos = Math.max(nowNanos, untilNanos);
    }

    /** Runs the next event and what follows from it at the same time; false when there is none. */
    public boolean runNext() {
        runSoon();
        if (queue.isEmpty()) {
            return false;
        }
        step();
        return true;
    }

    private void step() {
        EventQueue.Event event = queue.removeFirst();
        nowNanos = event.atNanos;
        events++;
        event.run();
        runSoon();
    }

    /** Runs what waits for the current time. */
    public void runSoon() {
        Runnable task = soon.pollFirst();
        while (task != null) {
            events++;
            task.run();
            task = soon.pollFirst();
        }
    }

    /** Returns how many tasks have run: timed events and what followed at once. */
    public long events() {
        return events;
    }

    private static long nanos(Duration delay) {
        try {
            return delay.toNanos();
        } catch (ArithmeticException longerThan292Years) {
            return delay.isNegative() ? 0 : Long.MAX_VALUE;
        }
    }

    private static long saturatedAdd(long a, long b) {
        long sum = a + b;
        return b >= 0 && sum < a ? Long.MAX_VALUE : sum;
    }
}
