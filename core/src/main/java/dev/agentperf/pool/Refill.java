package dev.agentperf.pool;

import dev.agentperf.time.Scheduler.Scheduled;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Orders containers ahead of demand, a bounded number at once, and holds back while the engine fails.
 *
 * <p>Not thread-safe: it lives in its type's mailbox.
 */
final class Refill {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final PoolContext context;
    private final Mailbox mailbox;
    private final Consumer<Order> create;
    private final Runnable awaitRoom;

    private final ArrayDeque<Duration> toKeep = new ArrayDeque<>();
    private final List<Runnable> whenSettled = new ArrayList<>();
    private int stock;
    private int inWork;
    private int wanted;
    private Duration pause = FIRST_PAUSE;
    private @Nullable Scheduled pausing;

    Refill(PoolContext context, Mailbox mailbox, Consumer<Order> create, Runnable awaitRoom) {
        this.context = context;
        this.mailbox = mailbox;
        this.create = create;
        this.awaitRoom = awaitRoom;
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
        while (hasDemand() && pausing == null && inWork < context.config.refillParallelism()) {
            if (!context.capacity.tryReserve()) {
                awaitRoom.run();
                break;
            }
            start(stock < wanted ? Order.STOCK : new Order(false, toKeep.removeFirst()));
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
        pause = FIRST_PAUSE;
    }

    /* A broken engine sees at most one attempt a pause, which doubles; the kept ones are not worth a second try. */
    void failed(Order order) {
        inWork--;
        if (order.isStock()) {
            stock--;
        }
        if (pausing == null) {
            pausing = context.scheduler.schedule(pause, () -> mailbox.run(this::resume));
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
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
        if (inWork == 0 && !whenSettled.isEmpty()) {
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
