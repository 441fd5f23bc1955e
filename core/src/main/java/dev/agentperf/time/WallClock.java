package dev.agentperf.time;

import java.time.Clock;
import java.time.InstantSource;

/** The date and time of day, for labels and reports; never for measuring. */
public final class WallClock {
    private WallClock() {}

    /** Returns the system's clock. */
    public static InstantSource system() {
        return Clock.systemUTC();
    }
}
