package dev.agentperf.simulator.bounds;

import dev.agentperf.simulator.trace.Session;
import java.util.ArrayList;
import java.util.List;

/**
 * The cheapest of all schedules that keep or drop containers, by trying every one: each claim is served by any
 * container that has come back, or by a new one. The slow and plain reference; a late start ends late, as in a replay.
 */
final class EverySchedule {
    private final SmallTrace trace;
    private double cheapest = Double.POSITIVE_INFINITY;

    private EverySchedule(SmallTrace trace) {
        this.trace = trace;
    }

    static double cheapestCost(SmallTrace trace) {
        EverySchedule search = new EverySchedule(trace);
        search.from(0, new ArrayList<>(), 0);
        return search.cheapest;
    }

    private void from(int claim, List<Long> back, double cost) {
        if (claim == trace.sessions().size()) {
            cheapest = Math.min(cheapest, cost);
            return;
        }
        Session session = trace.sessions().get(claim);
        long coldNanos = trace.coldStart().toNanos();
        next(claim, back, -1, session.endNanos() + coldNanos, cost + trace.price() * coldNanos / 1e9);
        for (int i = 0; i < back.size(); i++) {
            long idleNanos = session.startNanos() - back.get(i);
            if (idleNanos >= 0) {
                next(claim, back, i, session.endNanos(), cost + idleNanos / 1e9);
            }
        }
    }

    private void next(int claim, List<Long> back, int taken, long endNanos, double cost) {
        List<Long> after = new ArrayList<>(back);
        if (taken >= 0) {
            after.remove(taken);
        }
        after.add(endNanos + trace.turnaroundNanos());
        from(claim + 1, after, cost);
    }
}
