package dev.agentperf.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.testkit.Garbage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AgentTrackerTest {
    private final AgentTracker tracker = new AgentTracker();

    /** What keeps agents alive: the tracker must not. */
    private final List<Object> held = new ArrayList<>();

    @Test
    void track_heldAgents_areLiveByType() {
        Object first = held();
        Object second = held();

        tracker.track(AgentType.REACT, first);
        tracker.track(AgentType.AUTONOMOUS, second);

        assertThat(tracker.stats()).isEqualTo(new TrackerStats(2, 0, 0));
        assertThat(tracker.statsByType())
                .containsEntry(AgentType.REACT, new TrackerStats(1, 0, 0))
                .containsEntry(AgentType.AUTONOMOUS, new TrackerStats(1, 0, 0));
    }

    @Test
    void close_twice_countsOnce() {
        Object agent = held();
        AgentTracker.Tracked tracked = tracker.track(AgentType.REACT, agent);

        tracked.close();
        tracked.close();

        assertThat(tracker.stats()).isEqualTo(new TrackerStats(0, 1, 0));
    }

    @Test
    void track_forgottenAgents_areFoundCollected() {
        forgetAgents(100);

        collectUntil(100);

        assertThat(tracker.stats()).isEqualTo(new TrackerStats(0, 0, 100));
    }

    @Test
    void track_sameAgentTwice_countsTwice() {
        Object agent = held();

        tracker.track(AgentType.REACT, agent);
        tracker.track(AgentType.REACT, agent);

        assertThat(tracker.stats().live()).isEqualTo(2);
    }

    private Object held() {
        Object agent = new Object();
        held.add(agent);
        return agent;
    }

    private void forgetAgents(int count) {
        List<Object> agents = new ArrayList<>();
        for (int agent = 0; agent < count; agent++) {
            agents.add(new Object());
            tracker.track(AgentType.REACT, agents.get(agent));
        }
    }

    private void collectUntil(long collected) {
        for (int round = 0; round < 10 && tracker.stats().collected() < collected; round++) {
            Garbage.collect();
        }
    }
}
