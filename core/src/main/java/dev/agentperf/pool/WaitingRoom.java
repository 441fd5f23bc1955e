package dev.agentperf.pool;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The claims of one type that wait, each tenant's in a line of its own: first come first served within a line, and
 * between lines by weight.
 *
 * <p>Fair shares are those of self-clocked fair queueing (Golestani, 1994): a waiter's tag is its line's last one, or
 * that of whoever was served last if that is more, plus one over the weight; the smallest is next. With one tenant that
 * is the order of arrival. Not thread-safe: it lives in its type's mailbox.
 */
final class WaitingRoom {
    private final Door door;
    private final ToDoubleFunction<String> weights;
    private final Map<String, Line> lines = new HashMap<>();
    private final PriorityQueue<Line> order = new PriorityQueue<>(Comparator.comparingDouble(Line::nextTag));
    private double servedTag;
    private int size;

    /** @param door hears of each claim that comes in, and that leaves */
    WaitingRoom(Door door, ToDoubleFunction<String> weights) {
        this.door = door;
        this.weights = weights;
    }

    int size() {
        return size;
    }

    /** Returns whether nobody waits on behalf of this tenant. */
    boolean isEmpty(String tenant) {
        return !lines.containsKey(tenant);
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(Waiter waiter) {
        Line line = lines.computeIfAbsent(waiter.request.tenant(), Line::new);
        boolean wasEmpty = line.waiters.isEmpty();
        line.add(waiter);
        if (wasEmpty) {
            order.add(line);
        }
        waiter.isInRoom = true;
        size++;
        door.knock();
    }

    /** Returns the waiter that is next, who stays; null where nobody waits. */
    @Nullable
    Waiter peek() {
        Line first = order.peek();
        return first == null ? null : first.waiters.getFirst();
    }

    /** Returns the waiter that is next, who leaves; null where nobody waits. */
    @Nullable
    Waiter poll() {
        Line first = order.peek();
        return first == null ? null : pollFrom(first);
    }

    /** Returns the first of a tenant's waiters, who leaves; null where none of them waits. */
    @Nullable
    Waiter poll(String tenant) {
        Line line = lines.get(tenant);
        return line == null ? null : pollFrom(line);
    }

    private Waiter pollFrom(Line line) {
        Waiter first = line.waiters.getFirst();
        servedTag = Math.max(servedTag, first.tag);
        leave(first);
        return first;
    }

    /** Lets a waiter go that has been answered, if it is here. */
    void leave(Waiter waiter) {
        if (!waiter.isInRoom) {
            return;
        }
        waiter.isInRoom = false;
        size--;
        door.left();
        Line line = lines.get(waiter.request.tenant());
        if (line != null) {
            order.remove(line);
            line.removed();
            if (line.waiters.isEmpty()) {
                lines.remove(line.tenant);
            } else {
                order.add(line);
            }
        }
    }

    /** The waiters of one tenant, oldest first. The first one waits; others may have left and be ghosts. */
    private final class Line {
        /* Ghosts up to this many are not worth a sweep. */
        private static final int FEW = 64;

        final String tenant;
        final ArrayDeque<Waiter> waiters = new ArrayDeque<>();
        private final double step;
        private double lastTag;
        private int ghosts;

        Line(String tenant) {
            this.tenant = tenant;
            this.step = 1 / weights.applyAsDouble(tenant);
        }

        double nextTag() {
            return waiters.getFirst().tag;
        }

        void add(Waiter waiter) {
            lastTag = Math.max(lastTag, servedTag) + step;
            waiter.tag = lastTag;
            waiters.addLast(waiter);
        }

        /** One of them has left. */
        void removed() {
            ghosts++;
            while (!waiters.isEmpty() && !waiters.getFirst().isInRoom) {
                waiters.removeFirst();
                ghosts--;
            }
            if (ghosts > FEW && ghosts > waiters.size() / 2) {
                waiters.removeIf(waiter -> !waiter.isInRoom);
                ghosts = 0;
            }
        }
    }
}
