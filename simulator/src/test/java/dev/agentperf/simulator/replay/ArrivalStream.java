package dev.agentperf.simulator.replay;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Sessions that a test makes up: given ones, or Poisson arrivals with exponential durations. */
public final class ArrivalStream implements SessionStream {
    private final List<Session> sessions;
    private int next;

    /** Creates a stream of given sessions, which stand in order. */
    public ArrivalStream(List<Session> sessions) {
        this.sessions = sessions;
    }

    /** Returns a stream of Poisson arrivals. */
    public static ArrivalStream poisson(RandomGenerator random, int count, double perSecond, double meanSeconds) {
        List<Session> sessions = new ArrayList<>();
        double seconds = 1;
        for (int i = 0; i < count; i++) {
            seconds += random.nextExponential() / perSecond;
            long start = Math.round(seconds * 1e9);
            long end = start + Math.round(random.nextExponential() * meanSeconds * 1e9);
            sessions.add(new Session("", AgentType.DEFAULT, start, end, List.of(), null));
        }
        return new ArrivalStream(sessions);
    }

    @Override
    public @Nullable Session next() {
        return next < sessions.size() ? sessions.get(next++) : null;
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void close() {}
}
