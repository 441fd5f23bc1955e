package dev.agentperf.simulator.engine;

import dev.agentperf.time.Scheduler;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Events by time, and by order of arrival within one time.
 *
 * <p>Not thread-safe.
 */
final class EventQueue {
    /*
     * A heap of four children a node: half as deep as a binary one, and the four lie in one cache line, because times stand in an
     * array of their own. An event that moves is not touched, so it does not know its place: a cancelled one stays where it is,
     * without its task, until it comes to the head or until such make up half of the heap, which is then built anew. Deadlines far
     * away, which are cancelled almost always, so never fill more than half of it.
     */

    /*
     * Most events come in order with others of their kind: starts that take equally long, containers that are kept for the same
     * time. Such an event joins the lane whose last one is nearest before it, at no cost but a look at each lane; only what fits
     * none goes to the heap.
     */
    private static final int LANES = 4;
    private static final int CHILDREN_LOG2 = 2;
    private static final int CHILDREN = 1 << CHILDREN_LOG2;
    private static final int FEW = 64;

    private long[] times = new long[FEW];
    private @Nullable Event[] heap = new Event[FEW];
    private final Lane[] lanes = new Lane[LANES];
    private int size;
    private int inLanes;
    private int cancelledInLanes;
    private int cancelled;
    private long nextOrder;

    /** A task and its time, which its holder may cancel. */
    final class Event implements Scheduler.Scheduled {
        final long atNanos;
        private final long order;
        private @Nullable Runnable task;
        private boolean inHeap;

        private Event(long atNanos, long order, Runnable task) {
            this.atNanos = atNanos;
            this.order = order;
            this.task = task;
        }

        @Override
        public void cancel() {
            remove(this);
        }

        /** Runs the task, if it neither ran nor was cancelled before. */
        void run() {
            Runnable now = task;
            task = null;
            if (now != null) {
                now.run();
            }
        }
    }

    EventQueue() {
        for (int i = 0; i < LANES; i++) {
            lanes[i] = new Lane();
        }
    }

    /** Events in order, the earliest first: a ring. */
    private static final class Lane {
        private @Nullable Event[] ring = new Event[FEW];
        private int head;
        private int count;
        private long headNanos = Long.MAX_VALUE;
        private long lastNanos = Long.MIN_VALUE;

        Event head() {
            Event first = ring[head];
            if (first == null) {
                throw new AssertionError("lane is empty");
            }
            return first;
        }

        void add(Event event) {
            if (count == ring.length) {
                grow();
            }
            ring[head + count & ring.length - 1] = event;
            if (count++ == 0) {
                headNanos = event.atNanos;
            }
            lastNanos = event.atNanos;
        }

        private void grow() {
            @Nullable Event[] larger = new Event[ring.length * 2];
            for (int i = 0; i < count; i++) {
                larger[i] = ring[head + i & ring.length - 1];
            }
            ring = larger;
            head = 0;
        }

        /* Drops what is cancelled, wherever it stands, and returns how many that were. */
        int compact() {
            int before = count;
            @Nullable Event[] all = ring;
            int from = head;
            ring = new Event[all.length];
            head = 0;
            count = 0;
            headNanos = Long.MAX_VALUE;
            lastNanos = Long.MIN_VALUE;
            for (int i = 0; i < before; i++) {
                Event event = all[from + i & all.length - 1];
                if (event != null && event.task != null) {
                    add(event);
                }
            }
            return before - count;
        }

        void removeHead() {
            ring[head] = null;
            head = head + 1 & ring.length - 1;
            count--;
            headNanos = count == 0 ? Long.MAX_VALUE : head().atNanos;
            lastNanos = count == 0 ? Long.MIN_VALUE : lastNanos;
        }
    }

    boolean isEmpty() {
        return size + inLanes == 0;
    }

    Event add(long atNanos, Runnable task) {
        Event event = new Event(atNanos, nextOrder++, task);
        Lane lane = laneFor(atNanos);
        if (lane != null) {
            lane.add(event);
            inLanes++;
            return event;
        }
        event.inHeap = true;
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
            times = Arrays.copyOf(times, size * 2);
        }
        siftUp(size++, event);
        return event;
    }

    /** Returns the time of the first event; {@link Long#MAX_VALUE} where there is none. */
    long nextAtNanos() {
        long next = size == 0 ? Long.MAX_VALUE : times[0];
        for (Lane lane : lanes) {
            next = Math.min(next, lane.headNanos);
        }
        return next;
    }

    private @Nullable Lane laneFor(long atNanos) {
        Lane best = null;
        for (Lane lane : lanes) {
            if (lane.lastNanos <= atNanos && (best == null || lane.lastNanos > best.lastNanos)) {
                best = lane;
            }
        }
        return best;
    }

    /** Removes and returns the first event, which the caller runs. */
    Event removeFirst() {
        Lane lane = firstLane();
        Event first = lane == null ? at(0) : lane.head();
        if (lane == null) {
            removeHead();
            dropCancelledHeads();
        } else {
            removeHead(lane);
        }
        return first;
    }

    /* Null where the heap has the first event. */
    private @Nullable Lane firstLane() {
        Lane first = null;
        long nanos = size == 0 ? Long.MAX_VALUE : times[0];
        long order = size == 0 ? Long.MAX_VALUE : at(0).order;
        for (Lane lane : lanes) {
            if (lane.headNanos < nanos || (lane.headNanos == nanos && lane.count > 0 && lane.head().order < order)) {
                first = lane;
                nanos = lane.headNanos;
                order = lane.head().order;
            }
        }
        return first;
    }

    private void removeHead(Lane lane) {
        lane.removeHead();
        inLanes--;
        dropCancelled(lane);
    }

    private void dropCancelled(Lane lane) {
        while (lane.count > 0 && lane.head().task == null) {
            lane.removeHead();
            inLanes--;
            cancelledInLanes--;
        }
    }

    /** Removes an event; no effect on one that has run. */
    void remove(Event event) {
        if (event.task == null) {
            return;
        }
        event.task = null;
        if (!event.inHeap) {
            removedFromLane();
            return;
        }
        cancelled++;
        if (cancelled > FEW && cancelled > size / 2) {
            rebuild();
        } else {
            dropCancelledHeads();
        }
    }

    private void removedFromLane() {
        cancelledInLanes++;
        boolean tooMany = cancelledInLanes > FEW && cancelledInLanes > inLanes / 2;
        for (Lane lane : lanes) {
            if (tooMany) {
                int dropped = lane.compact();
                inLanes -= dropped;
                cancelledInLanes -= dropped;
            } else {
                dropCancelled(lane);
            }
        }
    }

    private void dropCancelledHeads() {
        while (size > 0 && at(0).task == null) {
            removeHead();
            cancelled--;
        }
    }

    private void removeHead() {
        Event last = at(--size);
        heap[size] = null;
        if (size > 0) {
            siftDown(0, last);
        }
    }

    private void rebuild() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            Event event = at(i);
            if (event.task != null) {
                place(kept++, event);
            }
        }
        Arrays.fill(heap, kept, size, null);
        size = kept;
        cancelled = 0;
        for (int i = (size - 2) >> CHILDREN_LOG2; i >= 0 && size > 1; i--) {
            siftDown(i, at(i));
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
            int parent = (index - 1) >>> CHILDREN_LOG2;
            if (times[parent] <= event.atNanos) { // A later arrival at the same time stays behind.
                break;
            }
            place(index, at(parent));
            index = parent;
        }
        place(index, event);
    }

    private void siftDown(int from, Event event) {
        int index = from;
        for (int first = (index << CHILDREN_LOG2) + 1; first < size; first = (index << CHILDREN_LOG2) + 1) {
            int least = least(first, Math.min(first + CHILDREN, size));
            if (!isBefore(least, event)) {
                break;
            }
            place(index, at(least));
            index = least;
        }
        place(index, event);
    }

    private int least(int from, int to) {
        int least = from;
        for (int child = from + 1; child < to; child++) {
            if (times[child] < times[least] || (times[child] == times[least] && at(child).order < at(least).order)) {
                least = child;
            }
        }
        return least;
    }

    private boolean isBefore(int index, Event event) {
        long time = times[index];
        return time < event.atNanos || (time == event.atNanos && at(index).order < event.order);
    }

    private void place(int index, Event event) {
        heap[index] = event;
        times[index] = event.atNanos;
    }
}
