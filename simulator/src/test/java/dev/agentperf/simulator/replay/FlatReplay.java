package dev.agentperf.simulator.replay;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Replays a generated trace of any length, for a JVM with little memory: {@code FlatReplay SESSIONS}. Fifty sessions a
 * second of four types, half a second each.
 */
final class FlatReplay {
    private FlatReplay() {}

    /** Replays and fails if a session was lost. */
    public static void main(String[] args) {
        long sessions = Long.parseLong(args[0]);
        ReplayConfig config = new ReplayConfig(
                List.of(PoolPolicy.parse("fixed:50"), PoolPolicy.parse("keepalive:1m")),
                Duration.ofMillis(500),
                Duration.ZERO,
                Reuse.SINGLE_USE,
                1);
        List<PolicyRun> runs = new Replays(config, arrived -> {})
                .run(() -> new Generated(sessions))
                .runs();
        if (runs.stream().anyMatch(run -> run.warmStarts() + run.coldStarts() != sessions)) {
            throw new AssertionError("sessions were lost: " + runs);
        }
    }

    /** Made as they are asked for: nothing but what is in the air is in memory. */
    private static final class Generated implements SessionStream {
        private final List<AgentType> types =
                List.of(AgentType.REACT, AgentType.CHAIN_OF_THOUGHT, AgentType.MULTI_AGENT, AgentType.AUTONOMOUS);
        private final RandomGenerator random = new RandomStreams(1).stream("flat");
        private long left;
        private double atNanos = 1e9;

        Generated(long sessions) {
            left = sessions;
        }

        @Override
        public @Nullable Session next() {
            if (left == 0) {
                return null;
            }
            left--;
            atNanos += random.nextExponential() * 2e7;
            long start = (long) atNanos;
            return new Session(
                    "", types.get(random.nextInt(types.size())), start, start + 500_000_000L, List.of(), null);
        }

        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
