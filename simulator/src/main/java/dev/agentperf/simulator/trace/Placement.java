package dev.agentperf.simulator.trace;

import java.util.Locale;

/** Where in its minute an invocation is placed that the trace only counts; it decides what pre-warming can win. */
public enum Placement {
    /** All at the minute's start. */
    START,
    /** With equal gaps from the minute's start on. */
    EVEN,
    /** Independently and uniformly at random, from the seed. */
    UNIFORM;

    /** Returns the name as the command line writes it, such as {@code even}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
