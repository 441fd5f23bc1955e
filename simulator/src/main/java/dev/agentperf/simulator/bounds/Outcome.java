package dev.agentperf.simulator.bounds;

/**
 * Cold starts and idle time, and the cost of both as far as it is certain.
 *
 * @param coldStarts cold starts that remain
 * @param idleMbSeconds idle megabyte-seconds that remain
 * @param cost in gigabyte-seconds
 */
record Outcome(long coldStarts, double idleMbSeconds, double cost) {
    static final Outcome NOTHING = new Outcome(0, 0, 0);

    Outcome plus(Outcome other) {
        return new Outcome(coldStarts + other.coldStarts, idleMbSeconds + other.idleMbSeconds, cost + other.cost);
    }
}
