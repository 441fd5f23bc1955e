package dev.agentperf.reports.pool;

/** A way to put the pool under load. */
public enum Load {
    /** Open arrivals on containers that are reused. */
    REUSED("Containers reused"),

    /** Open arrivals that use each container once, at half of what the engine can make. */
    USED_ONCE("Containers used once, half the refill rate"),

    /** Open arrivals that use each container once, at twice what the engine can make. */
    OVERLOAD("Containers used once, twice the refill rate"),

    /** Claims that come at once and find a container each. */
    FULL_STOCK("Burst on a full stock"),

    /** Claims that come at once and find none. */
    EMPTY_STOCK("Burst on an empty stock"),

    /** Claims that wake a paused container. */
    PAUSED("Claims of a paused container");

    private final String title;

    Load(String title) {
        this.title = title;
    }

    /** Returns what a report calls it. */
    public String title() {
        return title;
    }
}
