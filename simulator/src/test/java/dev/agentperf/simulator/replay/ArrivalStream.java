package dev.agentperf.simulator.replay;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Sessions that a test makes up: Poisson arrivals with exponential durations. */
public final class ArrivalStream {
    private ArrivalStream() {}

    /** Returns a stream of Poisson arrivals. */
    public static SessionStream poisson(RandomGenerator random, int count, double perSecond, double meanSeconds) {
        List<Session> sessions = new ArrayList<>();
        double seconds = 1;
        for (int i = 0; i < count; i++) {
            seconds += random.nextExponential() / perSecond;
            long start = Math.round(seconds * 1e9);
            long end = start + Math.round(random.nextExponential() * meanSeconds * 1e9);
            sessions.add(new Session("", AgentType.DEFAULT, start, end, List.of(), null));
        }
        return SessionStream.of(sessions);
    }
}
