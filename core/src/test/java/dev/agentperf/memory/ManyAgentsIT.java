package dev.agentperf.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.testkit.Garbage;
import org.junit.jupiter.api.Test;

/** A million agents: none is kept alive, and each costs what {@link AgentTracker} says. */
final class ManyAgentsIT {
    private static final int AGENTS = 1_000_000;
    private static final int MOST_COLLECTIONS = 10;

    private Object[] agents = new Object[AGENTS];

    @Test
    void track_aMillionAgents_costsSome80BytesEachAndKeepsNone() {
        makeAll();
        AgentTracker tracker = new AgentTracker();
        long before = usedAfterCollection();

        trackAll(tracker);

        assertThat((usedAfterCollection() - before) / AGENTS).isBetween(60L, 100L);
        assertThat(tracker.stats()).isEqualTo(new TrackerStats(AGENTS, 0, 0));
        agents = new Object[0];
        for (int round = 0; round < MOST_COLLECTIONS && tracker.stats().live() > 0; round++) {
            Garbage.collect();
        }
        assertThat(tracker.stats()).isEqualTo(new TrackerStats(0, 0, AGENTS));
    }

    /* Loops are methods of their own: what a loop holds of the array must not outlive it in the frame of the test. */
    private void makeAll() {
        for (int agent = 0; agent < AGENTS; agent++) {
            agents[agent] = new Object();
        }
    }

    private void trackAll(AgentTracker tracker) {
        for (Object agent : agents) {
            tracker.track(AgentType.REACT, agent);
        }
    }

    private static long usedAfterCollection() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
