package dev.agentperf.memory;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the agents that are alive without keeping any of them alive.
 *
 * <p>An agent that ends should be closed by its {@link Tracked} handle; one that is forgotten instead is noticed after
 * the garbage collector has taken it, at the next call of any method, and counted as collected. A growing number of
 * collected agents is a leak of whatever they should have closed.
 *
 * <p>Costs some 80 bytes an agent while it lives ({@code ManyAgentsIT} measures it).
 *
 * <p>Thread-safe.
 */
public final class AgentTracker {
    private final ReferenceQueue<Object> dead = new ReferenceQueue<>();
    private final Set<AgentReference> alive = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<AgentType, TypeCounts> counts = new ConcurrentHashMap<>();

    /** An agent that is being tracked. */
    public interface Tracked extends AutoCloseable {

        /** Ends the tracking of an agent that has ended in order. Idempotent. */
        @Override
        void close();
    }

    /**
     * Begins to track an agent, by identity. Tracking one twice counts it twice.
     *
     * @return a handle that does not hold the agent either
     */
    public Tracked track(AgentType type, Object agent) {
        takeDead();
        TypeCounts ofType = counts.computeIfAbsent(requireNonNull(type, "type"), newType -> new TypeCounts());
        AgentReference reference = new AgentReference(requireNonNull(agent, "agent"), ofType);
        alive.add(reference);
        ofType.tracked.increment();
        return reference;
    }

    /** Returns the counts of all types together. */
    public TrackerStats stats() {
        takeDead();
        return counts.values().stream().map(TypeCounts::stats).reduce(TrackerStats.NONE, TrackerStats::plus);
    }

    /** Returns the counts of each type ever tracked, by name. */
    public Map<AgentType, TrackerStats> statsByType() {
        takeDead();
        Map<AgentType, TrackerStats> byType = new TreeMap<>();
        counts.forEach((type, ofType) -> byType.put(type, ofType.stats()));
        return byType;
    }

    private void takeDead() {
        for (Reference<?> taken = dead.poll(); taken != null; taken = dead.poll()) {
            AgentReference reference = (AgentReference) taken;
            if (alive.remove(reference)) {
                reference.counts.collected.increment();
            }
        }
    }

    private static final class TypeCounts {
        final LongAdder tracked = new LongAdder();
        final LongAdder closed = new LongAdder();
        final LongAdder collected = new LongAdder();

        TrackerStats stats() {
            long ended = closed.sum();
            long lost = collected.sum();
            return new TrackerStats(Math.max(0, tracked.sum() - ended - lost), ended, lost);
        }
    }

    /* Equal by identity, as every Reference is: its place in the set does not depend on the agent. */
    private final class AgentReference extends WeakReference<Object> implements Tracked {
        private final TypeCounts counts;

        AgentReference(Object agent, TypeCounts counts) {
            super(agent, dead);
            this.counts = counts;
        }

        @Override
        public void close() {
            if (alive.remove(this)) {
                counts.closed.increment();
                clear();
            }
        }
    }
}
