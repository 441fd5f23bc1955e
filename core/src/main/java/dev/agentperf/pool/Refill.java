package dev.agentperf.pool;

import dev.agentperf.AgentPerfException;
import dev.agentperf.runtime.RuntimeUnavailableException;
import dev.agentperf.time.Scheduler.Scheduled;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Orders containers ahead of demand: no more at once and in a second than configured, one at a time while the engine
 * fails, and one fewer than it makes at once unless claims have drained the stock.
 *
 * <p>Not thread-safe: it lives in its type's mailbox.
 */
final class Refill {
    private final PoolContext context;
    private final TypeContext type;
    private final Consumer<Order> create;
    private final Runnable awaitRoom;
    private final RefillRate rate;
    private final RefillBreaker breaker;
    private final Order reserve;

    private final ArrayDeque<Order> toKeep = new ArrayDeque<>();
    private final List<Runnable> whenSettled = new ArrayList<>();
    private int stock;
    private int stockInWork;
    private int inWork;
    private int ahead;
    private int wanted;
    private boolean wasFull;
    private @Nullable Scheduled pausing;

    Refill(TypeContext type, Consumer<Order> create, Runnable awaitRoom) {
        this.context = type.pool;
        this.type = type;
        this.create = create;
        this.awaitRoom = awaitRoom;
        this.reserve = new Order(false, type.policy::reserveTime, null);
        this.rate = new RefillRate(
                context.config.refillsPerSecond(), context.refillsAtOnceWhenDrained, context.ticker.read());
        this.breaker = new RefillBreaker(
                context.refillsAtOnceWhenDrained, type.type.name().hashCode());
    }

    /**
     * A container that is made without a claim: for the stock, for the reserve, for an expected claim, or to be ready
     * for a while.
     */
    record Order(
            boolean isStock,
            Supplier<Duration> keep,
            @Nullable Expected ahead) {
        static final Order STOCK = new Order(true, () -> Duration.ZERO, null);

        private boolean isPast(long nowNanos) {
            return ahead != null && !ahead.isOpen(nowNanos);
        }

        /** Returns for how long the container stays ready that has come of it. */
        Duration keepFrom(long nowNanos) {
            return ahead == null ? keep.get() : ahead.left(nowNanos);
        }
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
        add(new Order(false, () -> idle, null));
    }

    /** Asks for one container of the reserve; while one waits for room or its turn, a second would come too late. */
    void reserve() {
        if (!toKeep.contains(reserve)) {
            add(reserve);
        }
    }

    /** Asks for one container for an expected claim, as long as that is not met. */
    void keepAhead(Expected claim) {
        ahead++;
        add(new Order(false, () -> Duration.ZERO, claim));
    }

    /* More than the pool may hold have waited for so long that the oldest is not wanted any more. */
    private void add(Order order) {
        if (toKeep.size() >= context.config.maxContainers()) {
            settled(toKeep.removeFirst());
        }
        toKeep.addLast(order);
    }

    /** Returns how many containers for expected claims are asked for or in work. */
    int ahead() {
        return ahead;
    }

    /** Orders what is missing, as far as bounds and the engine's health allow. */
    void fill(int target) {
        wanted = target;
        wasFull |= ready() >= Math.max(1, target);
        dropPast();
        while (hasDemand() && pausing == null && inWork < Math.min(breaker.allowed(), atOnce())) {
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
                start(stock < wanted ? Order.STOCK : toKeep.removeFirst());
            }
        }
        settle();
    }

    /* The last turn that the engine has is left for a claim that finds none ready, of any type; also while this stock is
     * first filled, for others claim meanwhile. Where claims have left a quarter of it, that is soon the next of them:
     * what is begun in its place now is there before it. */
    private int atOnce() {
        boolean isDrained = wasFull && stock < wanted && 4 * ready() <= wanted;
        return isDrained ? context.refillsAtOnceWhenDrained : context.refillsAtOnce;
    }

    private int ready() {
        return stock - stockInWork;
    }

    private boolean hasDemand() {
        return stock < wanted || !toKeep.isEmpty();
    }

    private void dropPast() {
        while (!toKeep.isEmpty() && toKeep.getFirst().isPast(context.ticker.read())) {
            settled(toKeep.removeFirst());
        }
    }

    private void settled(Order order) {
        ahead -= order.ahead() == null ? 0 : 1;
    }

    private void start(Order order) {
        inWork++;
        if (order.isStock()) {
            stock++;
            stockInWork++;
        }
        create.accept(order);
    }

    void arrived(Order order) {
        ended(order);
        breaker.succeeded();
    }

    private void ended(Order order) {
        inWork--;
        stockInWork -= order.isStock() ? 1 : 0;
        settled(order);
    }

    /* A kept container is not worth a second try; the stock is. */
    void failed(Order order, AgentPerfException failure) {
        ended(order);
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
        pausing = type.later(rest, this::resume);
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
