package dev.agentperf.memory;

/**
 * How many tracked agents live and how the others ended.
 *
 * @param live neither closed nor found collected
 * @param closed ended in order
 * @param collected forgotten without being closed, and taken by the garbage collector
 */
public record TrackerStats(long live, long closed, long collected) {

    /** Nothing tracked yet. */
    public static final TrackerStats NONE = new TrackerStats(0, 0, 0);

    /** Returns the sums of both. */
    public TrackerStats plus(TrackerStats other) {
        return new TrackerStats(live + other.live, closed + other.closed, collected + other.collected);
    }
}
