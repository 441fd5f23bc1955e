package dev.agentperf.simulator.bounds;

/**
 * The clairvoyant that decides after each use whether to keep the container for its next claim or to drop it.
 *
 * <p>Gaps of nested claims are independent: keep one if, and only if, its idle memory costs less than a cold start. A
 * claim that begins late also ends late, and spares its container up to one cold start of the idle time that follows.
 * How much of that a schedule can use depends on the schedule; all of it is granted here, so that the cost is a lower
 * bound whatever the schedule: a cold second costs the price less the container's own memory.
 */
final class KeepOrDrop {
    private final CostModel model;
    private final double memoryMb;
    private final double keepUpToNanos;
    private final double coldCost;
    private long coldStarts;
    private double keptNanos;

    KeepOrDrop(CostModel model, double memoryMb) {
        this.model = model;
        this.memoryMb = memoryMb;
        this.keepUpToNanos =
                Math.max(0, model.breakEvenNanos(memoryMb) - model.coldStart().toNanos());
        this.coldCost = Math.max(0, model.cost(1, 0) - model.coldStart().toNanos() / 1e9 * memoryMb / 1e3);
    }

    void gap(long nanos) {
        if (nanos <= keepUpToNanos) {
            keptNanos += nanos;
        } else {
            coldStarts++;
        }
    }

    void first() {
        coldStarts++;
    }

    Outcome outcome() {
        double idleMbSeconds = keptNanos / 1e9 * memoryMb;
        return new Outcome(coldStarts, idleMbSeconds, model.cost(0, idleMbSeconds) + coldStarts * coldCost);
    }
}
