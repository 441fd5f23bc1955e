package dev.agentperf.simulator.recursion;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.TraceScan;
import java.util.Map;
import java.util.TreeMap;

/** A policy with a stock on one trace, beside the best fixed stock of each type in hindsight at the same warm rate. */
final class StudiedStock {
    private final PoolPolicy policy;
    private final Turnover turnover;
    private final TraceScan scan;
    private final Map<AgentType, OfType> types =
            new TreeMap<>((a, b) -> a.name().compareTo(b.name()));

    StudiedStock(PoolPolicy policy, Turnover turnover, TraceScan scan) {
        this.policy = policy;
        this.turnover = turnover;
        this.scan = scan;
    }

    private record OfType(PooledContainers policy, StockLevels fixed) {}

    void accept(Session session) {
        OfType type = types.computeIfAbsent(session.type(), this::newType);
        long at = session.startNanos();
        type.policy.claim(at, session.durationNanos());
        type.fixed.claim(
                at, turnover.reused() ? session.endNanos() + turnover.resetNanos() : at + turnover.coldStartNanos());
    }

    private OfType newType(AgentType type) {
        long bytes = requireNonNull(scan.types().get(type)).containerBytes();
        return new OfType(
                new PooledContainers(policy, type, bytes, turnover, scan.startNanos(), scan.endNanos()),
                new StockLevels(scan.endNanos()));
    }

    /**
     * What came of it.
     *
     * @param warmRate observed, 0 to 1
     * @param reachable what a stock can reach at most that never exceeds what its type has needed at once so far
     * @param meanIdle containers ready and unused, on average
     * @param fixedIdle the same for the best fixed stock of each type with at least the type's warm rate
     */
    record Outcome(long claims, double warmRate, double reachable, double meanIdle, double fixedIdle) {
        double ratio() {
            return meanIdle / fixedIdle;
        }
    }

    Outcome finish() {
        long claims = 0;
        long warm = 0;
        long records = 0;
        double idleNanos = 0;
        double fixedNanos = 0;
        for (OfType type : types.values()) {
            TypeRun.Outcome ofPolicy = type.policy.finish();
            claims += type.fixed.claims();
            warm += ofPolicy.warm();
            records += type.fixed.levels() - 1;
            idleNanos += ofPolicy.idleNanos();
            int same = type.fixed.leastFor((double) ofPolicy.warm() / type.fixed.claims());
            fixedNanos += type.fixed.idleNanos(same, scan.startNanos());
        }
        double span = scan.endNanos() - scan.startNanos();
        return new Outcome(
                claims, (double) warm / claims, 1 - (double) records / claims, idleNanos / span, fixedNanos / span);
    }
}
