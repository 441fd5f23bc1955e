package dev.agentperf.pool;

import dev.agentperf.AgentPerfException;
import dev.agentperf.runtime.RuntimeUnavailableException;
import dev.agentperf.time.Scheduler.Scheduled;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Orders containers ahead of demand: no more at once and in a second than configured, and one at a time while the
 * engine fails.
 *
 * <p>Not thread-safe: it lives in its type's mailbox.
 */
final class Refill {
    private final PoolContext context;
    private final Mailbox mailbox;
    private final Consumer<Order> create;
    private final Runnable awaitRoom;
    private final RefillRate rate;
    private final RefillBreaker breaker;

    private final ArrayDeque<Duration> toKeep = new ArrayDeque<>();
    private final List<Runnable> whenSettled = new ArrayList<>();
    private int stock;
    private int inWork;
    private int wanted;
    private @Nullable Scheduled pausing;

    Refill(PoolContext context, Mailbox mailbox, String name, Consumer<Order> create, Runnable awaitRoom) {
        this.context = context;
        this.mailbox = mailbox;
        this.create = create;
        this.awaitRoom = awaitRoom;
        this.rate = new RefillRate(
                context.config.refillsPerSecond(), context.config.refillParallelism(), context.ticker.read());
        this.breaker = new RefillBreaker(context.config.refillParallelism(), name.hashCode());
    }

    /** A container that is made without a claim. */
    record Order(boolean isStock, Duration keep) {
        static final Order STOCK = new Order(true, Duration.ZERO);
    }

    boolean exceeds(int target) {
        return stock > target;
    }

    boolean meets(int target) {
        return stock >= target;
    }

    int stock() {
        return stock;
    }

    void stockLost() {
        stock--;
    }

    void stockGained() {
        stock++;
    }

    /** Asks for one container that stays ready for a while. */
    void keep(Duration idle) {
        toKeep.addLast(idle);
    }

    /** Orders what is missing, as far as bounds and the engine's health allow. */
    void fill(int target) {
        wanted = target;
        while (hasDemand() && pausing == null && inWork < breaker.allowed()) {
            long waitNanos = rate.untilNextNanos(context.ticker.read());
            if (waitNanos == 0) {
                waitNanos = context.engineDelayNanos();
            }
            if (waitNanos > 0) {
                pause(Duration.ofNanos(waitNanos));
            } else if (!context.capacity.tryReserve()) {
                awaitRoom.run();
                break;
            } else {
                rate.take();
                start(stock < wanted ? Order.STOCK : new Order(false, toKeep.removeFirst()));
            }
        }
        settle();
    }

    private boolean hasDemand() {
        return stock < wanted || !toKeep.isEmpty();
    }

    private void start(Order order) {
        inWork++;
        if (order.isStock()) {
            stock++;
        }
        create.accept(order);
    }

    void arrived(Order order) {
        inWork--;
        breaker.succeeded();
    }

    /* A kept container is not worth a second try; the stock is. */
    void failed(Order order, AgentPerfException failure) {
        inWork--;
        if (order.isStock()) {
            stock--;
        }
        if (!(failure instanceof RuntimeUnavailableException)) {
            Duration rest = breaker.failed();
            if (pausing == null) {
                pause(rest);
            }
        }
    }

    /**
     * Goes on at once, and as fast as ever: the engine, which was away, is back, and what failed tells nothing any
     * more.
     */
    void resumeNow() {
        breaker.forget();
        if (pausing != null) {
            pausing.cancel();
            resume();
        }
    }

    private void pause(Duration rest) {
        pausing = context.scheduler.schedule(rest, () -> mailbox.run(this::resume));
    }

    private void resume() {
        pausing = null;
        if (!context.closed) {
            fill(wanted);
        }
    }

    /** Runs {@code action} once nothing ordered ahead is in work any more. */
    void whenSettled(Runnable action) {
        whenSettled.add(action);
        settle();
    }

    private void settle() {
        boolean fillsOn = pausing != null && breaker.isClosed() && !context.health.isDown();
        if (inWork == 0 && !fillsOn && !whenSettled.isEmpty()) {
            List<Runnable> actions = List.copyOf(whenSettled);
            whenSettled.clear();
            actions.forEach(Runnable::run);
        }
    }

    void stop() {
        toKeep.clear();
        wanted = 0;
        if (pausing != null) {
            pausing.cancel();
        }
    }
}
