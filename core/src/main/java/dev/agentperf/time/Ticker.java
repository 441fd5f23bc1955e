package dev.agentperf.time;

/**
 * A source of elapsed time, in nanoseconds since an arbitrary fixed origin.
 *
 * <p>Production code receives {@link #system()}; the simulator substitutes a virtual clock, so no other class may read
 * the JVM's clock. Thread-safe.
 */
@FunctionalInterface
public interface Ticker {

    /** Returns the elapsed time in nanoseconds. Only differences between two readings are meaningful. */
    long read();

    /**
     * Returns a ticker with the same origin that is cheaper to read and may lag behind this one by some milliseconds:
     * for sums over many short times and for lifetimes of seconds, not for one short time. A ticker that is cheap
     * already returns itself.
     */
    default Ticker coarse() {
        return this;
    }

    /** Returns the ticker backed by {@link System#nanoTime()}. */
    static Ticker system() {
        return SystemTicker.INSTANCE;
    }
}
