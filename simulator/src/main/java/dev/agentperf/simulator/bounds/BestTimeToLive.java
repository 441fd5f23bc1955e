package dev.agentperf.simulator.bounds;

/**
 * The best fixed time to keep containers of one type, chosen in hindsight.
 *
 * <p>A time T pays min(gap, T) of idle memory for each gap, T for each container that is never claimed again, and a
 * cold start for each gap longer than T. That falls between gaps, so only lengths of gaps come into question; the
 * longest of each class of {@link GapTable} is tried, which is at most 1/32 of itself away from the best.
 */
final class BestTimeToLive {
    private final CostModel model;
    private final double memoryMb;
    private final GapTable gaps = new GapTable();
    private final GapTable open = new GapTable();
    private long first;

    BestTimeToLive(CostModel model, double memoryMb) {
        this.model = model;
        this.memoryMb = memoryMb;
    }

    void gap(long nanos) {
        gaps.add(nanos);
    }

    void first() {
        first++;
    }

    /** Adds a container that was ready for {@code nanos} when the trace ended. */
    void leftOver(long nanos) {
        open.add(nanos);
    }

    Outcome outcome() {
        Outcome best = at(0, first + gaps.total(), 0);
        long cold = first + gaps.total();
        double served = 0;
        for (int slot = 0; slot < gaps.classes(); slot++) {
            if (gaps.count(slot) > 0) {
                cold -= gaps.count(slot);
                served += gaps.sumNanos(slot);
                Outcome next = at(gaps.longestNanos(slot), cold, served);
                best = next.cost() < best.cost() ? next : best;
            }
        }
        return best;
    }

    private Outcome at(long keepNanos, long cold, double servedNanos) {
        double wasted = (double) (cold - first) * keepNanos + openIdle(keepNanos);
        double idleMbSeconds = (servedNanos + wasted) / 1e9 * memoryMb;
        return new Outcome(cold, idleMbSeconds, model.cost(cold, idleMbSeconds));
    }

    private double openIdle(long keepNanos) {
        double idle = 0;
        for (int slot = 0; slot < open.classes(); slot++) {
            idle += open.longestNanos(slot) <= keepNanos
                    ? open.sumNanos(slot)
                    : Math.min(open.sumNanos(slot), (double) open.count(slot) * keepNanos);
        }
        return idle;
    }
}
