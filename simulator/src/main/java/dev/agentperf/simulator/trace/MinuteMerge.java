package dev.agentperf.simulator.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The invocations of many functions by time, each placed in the minute that counts it; equal times come in the order of
 * the functions. Holds one number a function, however many invocations there are. Not thread-safe.
 */
final class MinuteMerge {
    static final long MINUTE_NANOS = 60L * Seconds.NANOS;

    /** The most functions of one merge. */
    static final int MOST_FUNCTIONS = 1 << 24;

    // An entry of the heap is offset in the minute (36 bits) over function (27 bits): one comparison orders both.
    private static final int FUNCTION_BITS = 27;
    private static final long FUNCTION_MASK = (1L << FUNCTION_BITS) - 1;

    private final FunctionLoad[] functions;
    private final PlacedMinute[] placed;
    private final LongHeap heap;
    private final long originNanos;
    private int minute = -1;
    private int active;

    MinuteMerge(List<FunctionLoad> functions, long originNanos, TraceOptions options) {
        this.functions = functions.toArray(FunctionLoad[]::new);
        this.originNanos = originNanos;
        this.heap = new LongHeap(functions.size());
        this.placed = new PlacedMinute[functions.size()];
        for (int i = 0; i < placed.length; i++) {
            placed[i] = new PlacedMinute(options, this.functions[i].type());
            advance(this.functions[i].counts());
        }
    }

    /** Returns the next invocation, or null after the last one. */
    @Nullable
    Session next() {
        while (heap.isEmpty()) {
            if (active == 0) {
                return null;
            }
            active = 0;
            enter(++minute);
        }
        long head = heap.head();
        int function = (int) (head & FUNCTION_MASK);
        if (placed[function].next()) {
            heap.replaceHead(entry(function));
        } else {
            heap.removeHead();
        }
        return functions[function].invocation(originNanos + minute * MINUTE_NANOS + (head >>> FUNCTION_BITS));
    }

    private void enter(int entered) {
        for (int i = 0; i < functions.length; i++) {
            MinuteCounts counts = functions[i].counts();
            if (counts.minute() == entered) {
                placed[i].enter(counts.count());
                heap.add(entry(i));
                advance(counts);
            } else if (counts.minute() != MinuteCounts.NEVER) {
                active++;
            }
        }
    }

    private void advance(MinuteCounts counts) {
        counts.next();
        active += counts.minute() == MinuteCounts.NEVER ? 0 : 1;
    }

    private long entry(int function) {
        return placed[function].offsetNanos() << FUNCTION_BITS | function;
    }
}
