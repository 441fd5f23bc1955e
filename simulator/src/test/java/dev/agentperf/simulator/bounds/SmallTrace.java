package dev.agentperf.simulator.bounds;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.replay.ReplayConfig;
import dev.agentperf.simulator.replay.Replays;
import dev.agentperf.simulator.result.Bound;
import dev.agentperf.simulator.result.SimulationResult;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.Session.Usage;
import dev.agentperf.simulator.trace.SessionStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A few sessions of one type whose containers hold one gigabyte, and what was joined to them. */
public record SmallTrace(List<Session> sessions, Duration coldStart, Duration reset, Reuse reuse, double price) {
    private static final long SECOND = 1_000_000_000L;

    /** Returns any trace of at most {@code most} sessions, with gaps and durations of whole seconds. */
    public static Arbitrary<SmallTrace> ofAtMost(int most) {
        Arbitrary<Long> gap = Arbitraries.longs().between(0, 20);
        Arbitrary<Long> duration = Arbitraries.longs().between(0, 12);
        Arbitrary<List<long[]>> claims = Combinators.combine(gap, duration)
                .as((g, d) -> new long[] {g, d})
                .list()
                .ofMinSize(1)
                .ofMaxSize(most);
        return Combinators.combine(
                        claims,
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(Reuse.class),
                        Arbitraries.integers().between(0, 12))
                .as((list, cold, reset, reuse, price) -> new SmallTrace(
                        sessions(list), Duration.ofSeconds(cold), Duration.ofSeconds(reset), reuse, price));
    }

    private static List<Session> sessions(List<long[]> claims) {
        List<Session> sessions = new ArrayList<>();
        long start = 100;
        for (long[] claim : claims) {
            start += claim[0];
            sessions.add(session(start * SECOND, (start + claim[1]) * SECOND));
        }
        return sessions;
    }

    static Session session(long startNanos, long endNanos) {
        return new Session(
                "", AgentType.DEFAULT, startNanos, endNanos, List.of(), new Usage(Double.NaN, 1_000, Double.NaN));
    }

    /** Replays the trace under these policies. */
    public SimulationResult replay(String... policies) {
        List<PoolPolicy> parsed =
                List.of(policies).stream().map(PoolPolicy::parse).toList();
        ReplayConfig config = new ReplayConfig(parsed, coldStart, reset, reuse, 1, price);
        return new Replays(config, arrived -> {}).run(() -> SessionStream.of(sessions));
    }

    Bound bound(String name) {
        return replay("fixed:0").bounds().stream()
                .filter(bound -> bound.bound().equals(name))
                .findFirst()
                .orElseThrow();
    }

    long turnaroundNanos() {
        return (reuse == Reuse.RESET ? reset : coldStart).toNanos();
    }
}
