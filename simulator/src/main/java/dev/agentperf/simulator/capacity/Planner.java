package dev.agentperf.simulator.capacity;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceScan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the least stock of each agent type that meets a service level on the first part of a trace, and tries it on the
 * rest, for which each type begins with its stock ready. A trace's time is that of its claims: the last long session
 * does not stretch it.
 *
 * <p>One pass over the trace tells what every size would do ({@link dev.agentperf.simulator.recursion.StockLevels}),
 * with the counts of a replay through the pool under {@code fixed:N}. Memory grows with the types and with the sessions
 * at once.
 */
public final class Planner {
    private final ServiceLevel level;
    private final TraceScan scan;
    private final long splitNanos;
    private final long endNanos;
    private final Map<AgentType, TypeDemand> demands = new HashMap<>();
    private final BusiestBlock rest;
    private final HostDemand hosts;

    private Planner(ServiceLevel level, TraceScan scan) {
        this.level = level;
        this.scan = scan;
        hosts = new HostDemand(level, scan);
        endNanos = atLoad(scan.lastStartNanos());
        long trainNanos = Math.round((endNanos - scan.startNanos()) * level.train());
        splitNanos = scan.startNanos() + trainNanos;
        rest = restBlocks();
    }

    private BusiestBlock restBlocks() {
        return new BusiestBlock(splitNanos, (double) (splitNanos - scan.startNanos()) / TypeDemand.BLOCKS);
    }

    /**
     * Plans for a trace that has been scanned.
     *
     * @param sessions the trace from its beginning; the caller closes it
     * @throws dev.agentperf.simulator.trace.TraceException if it cannot be read
     */
    public static CapacityPlan plan(ServiceLevel level, TraceScan scan, SessionStream sessions) {
        Planner planner = new Planner(requireNonNull(level, "level"), requireNonNull(scan, "scan"));
        for (Session session = sessions.next(); session != null; session = sessions.next()) {
            planner.add(session);
        }
        return planner.plan();
    }

    private long atLoad(long nanos) {
        return scan.startNanos() + Math.round((nanos - scan.startNanos()) / level.load());
    }

    private void add(Session session) {
        TypeDemand demand = demands.computeIfAbsent(session.type(), type -> newDemand());
        long at = atLoad(session.startNanos());
        long duration = session.durationNanos();
        hosts.claim(session.type(), at, duration);
        if (at >= splitNanos) {
            demand.rest().claim(at, duration);
            demand.restBlocks().claim(at);
            rest.claim(at);
            return;
        }
        int block = blockOf(at);
        demand.first().claim(at, duration);
        demand.blocks().get(block).claim(at, duration);
        if (block < TypeDemand.BLOCKS / 2) {
            demand.earlier().claim(at, duration);
        }
    }

    private int blockOf(long atNanos) {
        double share = (atNanos - scan.startNanos()) / (double) (splitNanos - scan.startNanos());
        return Math.min(TypeDemand.BLOCKS - 1, (int) (share * TypeDemand.BLOCKS));
    }

    private TypeDemand newDemand() {
        long start = scan.startNanos();
        List<Part> blocks = IntStream.range(0, TypeDemand.BLOCKS)
                .mapToObj(block -> new Part(level, start, splitNanos))
                .toList();
        return new TypeDemand(
                new Part(level, start, splitNanos),
                new Part(level, start, splitNanos),
                blocks,
                new Part(level, splitNanos, endNanos),
                restBlocks());
    }

    private CapacityPlan plan() {
        List<TypePlan> plans = new ArrayList<>();
        Map<AgentType, Integer> sizes = new HashMap<>();
        Promise promise = new Promise(level);
        SortedMap<AgentType, TypeDemand> byName = new TreeMap<>(demands);
        byName.forEach((type, demand) -> {
            plans.add(demand.plan(type.name(), level));
            sizes.put(type, demand.first().size());
            promise.add(demand);
        });
        String doubt = promise.doubt(rest);
        return new CapacityPlan(
                CapacityPlan.SCHEMA_VERSION,
                plans,
                rate(TypeDemand::first),
                rate(TypeDemand::rest),
                plans.stream().mapToDouble(TypePlan::meanIdle).sum(),
                hosts.need(sizes),
                doubt == null,
                doubt,
                assumptions());
    }

    private @Nullable Double rate(Function<TypeDemand, Part> part) {
        long served = 0;
        long claims = 0;
        for (TypeDemand demand : demands.values()) {
            served += part.apply(demand).served(demand.first().size());
            claims += part.apply(demand).claims();
        }
        return TypeDemand.rate(served, claims);
    }

    private List<String> assumptions() {
        List<String> assumptions = new ArrayList<>(scan.notes());
        assumptions.add("A cold start takes " + level.coldStart().toMillis()
                + " ms: the trace does not say how long a container takes, the figure was joined to it.");
        if (level.load() != 1) {
            assumptions.add("Sessions come " + level.load()
                    + " times as fast as in the trace, in the same order and each as long as it was.");
        }
        return assumptions;
    }
}
