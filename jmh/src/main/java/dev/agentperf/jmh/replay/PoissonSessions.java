package dev.agentperf.jmh.replay;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Sessions of one type and of half a second, fifty a second, made as they are asked for: the same ones every time. */
final class PoissonSessions implements SessionStream {
    private static final double MEAN_GAP_NANOS = 2e7;
    private static final long DURATION_NANOS = 500_000_000L;

    private final RandomGenerator random = new RandomStreams(42).stream("arrivals");
    private int left;
    private double nanos = 1e9;

    PoissonSessions(int sessions) {
        left = sessions;
    }

    @Override
    public @Nullable Session next() {
        if (left == 0) {
            return null;
        }
        left--;
        nanos += random.nextExponential() * MEAN_GAP_NANOS;
        long start = (long) nanos;
        return new Session("", AgentType.DEFAULT, start, start + DURATION_NANOS, List.of(), null);
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
