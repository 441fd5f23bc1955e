package dev.agentperf.simulator.bounds;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.recursion.IdleGaps;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.TraceScan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * The best fixed time to keep for each type and level of use, chosen in hindsight, where containers are reused: what is
 * left to win for a policy that knows no more than these.
 */
public final class BestPerLevel {
    private static final int EXACT = 4;

    private final CostModel model;
    private final TraceScan scan;
    private final Map<AgentType, OfType> types = new TreeMap<>();

    public BestPerLevel(CostModel model, TraceScan scan) {
        this.model = model;
        this.scan = scan;
    }

    public void accept(List<Session> sessions) {
        for (Session session : sessions) {
            types.computeIfAbsent(session.type(), type -> new OfType(facts(type).containerMb()))
                    .claim(session.startNanos(), session.endNanos() + model.turnaroundNanos());
        }
    }

    private TraceScan.TypeFacts facts(AgentType type) {
        TraceScan.TypeFacts facts = scan.types().get(type);
        if (facts == null) {
            throw new AssertionError("type must occur in the scan, was " + type);
        }
        return facts;
    }

    public double cost() {
        return types.values().stream()
                .flatMap(type -> type.levels.values().stream())
                .mapToDouble(level -> level.outcome().cost())
                .sum();
    }

    private final class OfType {
        private final double memoryMb;
        private final IdleGaps gaps = new IdleGaps();
        private final PriorityQueue<Long> inUse = new PriorityQueue<>();
        private final Map<Integer, BestTimeToLive> levels = new HashMap<>();

        OfType(double memoryMb) {
            this.memoryMb = memoryMb;
        }

        void claim(long atNanos, long backNanos) {
            while (!inUse.isEmpty() && inUse.peek() <= atNanos) {
                inUse.remove();
            }
            BestTimeToLive level =
                    levels.computeIfAbsent(level(inUse.size()), any -> new BestTimeToLive(model, memoryMb));
            long gap = gaps.claim(atNanos, backNanos);
            if (gap == IdleGaps.NONE) {
                level.first();
            } else {
                level.gap(gap);
            }
            inUse.add(backNanos);
        }

        /* Two an octave from four on, as the policy's. */
        private static int level(int others) {
            return others < EXACT ? others : (int) Math.floor(2 * Math.log(others) / Math.log(2) + 1e-9);
        }
    }
}
