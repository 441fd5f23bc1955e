package dev.agentperf.simulator.recursion;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.bounds.SmallTrace;
import dev.agentperf.simulator.trace.Session;

/** Runs a small trace through the recursion. */
final class Recursions {
    private Recursions() {}

    static TypeRun.Outcome replay(SmallTrace trace, String policy) {
        long start =
                trace.sessions().stream().mapToLong(Session::startNanos).min().orElseThrow();
        long end = trace.sessions().stream().mapToLong(Session::endNanos).max().orElseThrow();
        Turnover turnover = new Turnover(
                trace.coldStart().toNanos(),
                trace.reuse() == Reuse.RESET,
                trace.reset().toNanos());
        PooledContainers pooled =
                new PooledContainers(PoolPolicy.parse(policy), AgentType.DEFAULT, 1_000_000_000, turnover, start, end);
        trace.sessions().forEach(session -> pooled.claim(session.startNanos(), session.durationNanos()));
        return pooled.finish();
    }
}
