package dev.agentperf.simulator.capacity;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Reuse;
import dev.agentperf.simulator.trace.TraceScan;
import java.util.HashMap;
import java.util.Map;

/**
 * What the sessions of a trace ask of machines, beside the stock. Every one is taken to have waited for a cold start,
 * during which its container holds memory already. Not thread-safe.
 */
final class HostDemand {
    private static final double BYTES_PER_MB = 1e6;

    private final ServiceLevel level;
    private final TraceScan scan;
    private final AtOnce inUse = new AtOnce();
    private final AtOnce bytesInUse = new AtOnce();
    private final AtOnce starts = new AtOnce();
    private final Map<AgentType, AtOnce> inUseByType = new HashMap<>();

    HostDemand(ServiceLevel level, TraceScan scan) {
        this.level = level;
        this.scan = scan;
    }

    void claim(AgentType type, long atNanos, long durationNanos) {
        long startedNanos = atNanos + level.coldStart().toNanos();
        long endNanos = startedNanos + durationNanos + level.reset().toNanos();
        if (level.reuse() == Reuse.SINGLE_USE) {
            inUse.hold(atNanos, endNanos, 1);
            bytesInUse.hold(atNanos, endNanos, bytes(type));
            starts.hold(atNanos, startedNanos, 1);
        } else {
            inUseByType.computeIfAbsent(type, any -> new AtOnce()).hold(atNanos, endNanos, 1);
        }
    }

    /* A single-use container leaves the stock when it is taken; of reused ones those in use are part of it, as far as it goes. */
    HostNeed need(Map<AgentType, Integer> sizes) {
        long containers = inUse.most();
        double bytes = (double) bytesInUse.most();
        double largest = 0;
        for (Map.Entry<AgentType, Integer> size : sizes.entrySet()) {
            AtOnce used = inUseByType.get(size.getKey());
            long standing = used == null ? size.getValue() : Math.max(size.getValue(), used.most());
            containers += standing;
            bytes += (double) standing * (double) bytes(size.getKey());
            largest = Math.max(largest, (double) bytes(size.getKey()));
        }
        return new HostNeed(containers, bytes / BYTES_PER_MB, largest / BYTES_PER_MB, (int) starts.most(), null);
    }

    private long bytes(AgentType type) {
        TraceScan.TypeFacts facts = scan.types().get(type);
        if (facts == null) {
            throw new IllegalArgumentException("type must occur in the scan, was " + type);
        }
        return facts.containerBytes();
    }
}
