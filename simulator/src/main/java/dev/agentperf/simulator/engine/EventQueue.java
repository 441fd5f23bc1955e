package dev.agentperf.simulator.engine;

import dev.agentperf.time.Scheduler;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Events by time, and by order of arrival within one time.
 *
 * <p>A binary heap whose events know their place, so that a cancelled one leaves at once instead of staying until its
 * time: deadlines far away would fill the queue otherwise. Not thread-safe.
 */
final class EventQueue {
    private @Nullable Event[] heap = new Event[64];
    private int size;
    private long nextOrder;

    /** A task and its time, which its holder may cancel. */
    final class Event implements Scheduler.Scheduled {
        final long atNanos;
        final Runnable task;
        private final long order;
        private int index;

        private Event(long atNanos, long order, Runnable task) {
            this.atNanos = atNanos;
            this.order = order;
            this.task = task;
        }

        @Override
        public void cancel() {
            remove(this);
        }

        private boolean isBefore(Event other) {
            return atNanos != other.atNanos ? atNanos < other.atNanos : order < other.order;
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    Event add(long atNanos, Runnable task) {
        Event event = new Event(atNanos, nextOrder++, task);
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        siftUp(size++, event);
        return event;
    }

    /** Returns the time of the first event; {@link Long#MAX_VALUE} where there is none. */
    long nextAtNanos() {
        return size == 0 ? Long.MAX_VALUE : at(0).atNanos;
    }

    /** Removes and returns the first event. */
    Event removeFirst() {
        Event first = at(0);
        remove(first);
        return first;
    }

    /** Removes an event; no effect on one that has left. */
    void remove(Event event) {
        int hole = event.index;
        if (hole < 0) {
            return;
        }
        event.index = -1;
        Event last = at(--size);
        heap[size] = null;
        if (last != event) {
            siftUp(hole, last);
            if (last.index == hole) {
                siftDown(hole, last);
            }
        }
    }

    private Event at(int index) {
        Event event = heap[index];
        if (event == null) {
            throw new AssertionError("no event at " + index);
        }
        return event;
    }

    private void siftUp(int from, Event event) {
        int index = from;
        while (index > 0) {
            Event parent = at((index - 1) >>> 1);
            if (!event.isBefore(parent)) {
                break;
            }
            place(index, parent);
            index = (index - 1) >>> 1;
        }
        place(index, event);
    }

    private void siftDown(int from, Event event) {
        int index = from;
        while (2 * index + 1 < size) {
            int child = 2 * index + 1;
            if (child + 1 < size && at(child + 1).isBefore(at(child))) {
                child++;
            }
            if (!at(child).isBefore(event)) {
                break;
            }
            place(index, at(child));
            index = child;
        }
        place(index, event);
    }

    private void place(int index, Event event) {
        heap[index] = event;
        event.index = index;
    }
}
