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

    /** Returns the ticker backed by {@link System#nanoTime()}. */
    static Ticker system() {
        return System::nanoTime;
    }
}
