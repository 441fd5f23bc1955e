package dev.agentperf.simulator.recursion;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.TraceScan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One policy's way through a trace without engine, caches and statistics: each type on its own, claim by claim.
 *
 * <p>The counts are those of a replay through the pool; use it where only containers matter, and there are many traces,
 * policies or prices to try. Policies whose types share a limit need the engine. Not thread-safe.
 */
public final class QuickReplay {
    private static final String FIXED = "fixed:";
    private static final String KEEP_ALIVE = "keepalive:";
    private static final String BREAK_EVEN = "breakeven:";
    private static final List<String> OTHERS = List.of("slo", "keepalive", "hybrid", "breakeven", "hazard", "adaptive");

    private final PoolPolicy policy;
    private final Turnover turnover;
    private final TraceScan scan;
    private final Map<AgentType, TypeRun> types = new HashMap<>();

    /**
     * Creates the run of one policy.
     *
     * @throws IllegalArgumentException if the policy is none that {@link #fits}
     */
    public QuickReplay(PoolPolicy policy, Turnover turnover, TraceScan scan) {
        if (!fits(policy)) {
            throw new IllegalArgumentException("policy must decide for each type alone, was " + policy.name());
        }
        this.policy = policy;
        this.turnover = requireNonNull(turnover, "turnover");
        this.scan = requireNonNull(scan, "scan");
    }

    /** Returns whether the policy decides for each type alone, by a stock or by keeping containers. */
    public static boolean fits(PoolPolicy policy) {
        String name = policy.name();
        int colon = name.indexOf(':');
        return name.startsWith(FIXED) || OTHERS.contains(colon < 0 ? name : name.substring(0, colon));
    }

    /** Adds the next sessions of the trace. */
    public void accept(List<Session> sessions) {
        for (Session session : sessions) {
            types.computeIfAbsent(session.type(), this::newType).claim(session.startNanos(), session.durationNanos());
        }
    }

    /**
     * Adds a whole trace at once, faster: a type's claims follow one another, and where its sessions last equally long
     * a stock or a keep-alive that does not change needs neither heap nor policy.
     */
    public void accept(TraceColumns trace) {
        trace.types().forEach((type, column) -> {
            TypeRun even = column.isEven() ? evenRun(type, column.firstDurationNanos()) : null;
            TypeRun run = even == null ? newType(type) : even;
            types.put(type, run);
            if (even == null) {
                column.replayOneByOne(run);
            } else {
                column.replay(run);
            }
        });
    }

    private @Nullable TypeRun evenRun(AgentType type, long durationNanos) {
        String name = policy.name();
        if (name.startsWith(FIXED)) {
            return new EvenStock(fixedCount(), turnover, durationNanos, scan.startNanos(), scan.endNanos());
        }
        // What is reused is kept after a start only, so by a cost that is known, and every start takes the same time
        // here.
        if (name.startsWith(KEEP_ALIVE) || (name.startsWith(BREAK_EVEN) && turnover.reused())) {
            return new EvenKeeping(keptAfterUseNanos(type), turnover, durationNanos, scan.endNanos());
        }
        return null;
    }

    private long keptAfterUseNanos(AgentType type) {
        ModelledCosts costs = new ModelledCosts(turnover, facts(type).containerBytes());
        costs.started();
        return policy.forType(type, costs).released(0).keep().toNanos();
    }

    private int fixedCount() {
        return Integer.parseInt(policy.name().substring(FIXED.length()));
    }

    private TypeRun newType(AgentType type) {
        if (policy.name().startsWith(FIXED)) {
            return new FixedPlaces(fixedCount(), turnover, scan.startNanos(), scan.endNanos());
        }
        return new PooledContainers(
                policy, type, facts(type).containerBytes(), turnover, scan.startNanos(), scan.endNanos());
    }

    private TraceScan.TypeFacts facts(AgentType type) {
        TraceScan.TypeFacts facts = scan.types().get(type);
        if (facts == null) {
            throw new IllegalArgumentException("type must occur in the scan, was " + type);
        }
        return facts;
    }

    /** Returns the figures; to be called once, after the last session. */
    public QuickRun finish() {
        long warm = 0;
        long cold = 0;
        double idleNanos = 0;
        double idleMbNanos = 0;
        // In the order of the types' names: a sum of floating-point numbers depends on its order.
        for (AgentType type : scan.types().keySet()) {
            TypeRun.Outcome outcome = types.computeIfAbsent(type, this::newType).finish();
            warm += outcome.warm();
            cold += outcome.cold();
            idleNanos += outcome.idleNanos();
            idleMbNanos += outcome.idleNanos() * facts(type).containerMb();
        }
        return new QuickRun(policy.name(), warm + cold, warm, cold, idleNanos / 1e9, idleMbNanos / 1e9);
    }
}
