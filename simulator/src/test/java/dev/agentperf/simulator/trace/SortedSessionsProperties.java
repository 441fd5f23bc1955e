package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The JDK's stable sort is the oracle; runs are so small that nearly every trace goes over the disk. */
final class SortedSessionsProperties {

    @Property(tries = 100)
    void next_anyOrder_isTheStableSort(
            @ForAll @Size(max = 40) List<@IntRange(max = 20) Integer> starts,
            @ForAll @IntRange(min = 1, max = 30) int held) {
        List<Session> sessions = new ArrayList<>();
        for (int start : starts) {
            List<Step> steps = List.of(new Step(Kind.TOOL, "t" + start, 1, 2));
            sessions.add(new Session("s" + sessions.size(), AgentType.REACT, start, start + 5L, steps, null));
        }
        Iterator<Session> unsorted = sessions.iterator();

        List<Session> sorted;
        try (SessionStream stream = new SortedSessions(
                Reading.file(new byte[] {'x'}), new Notes(), () -> unsorted.hasNext() ? unsorted.next() : null, held)) {
            sorted = Reading.all(stream).sessions();
        }

        sessions.sort(Comparator.comparingLong(Session::startNanos));
        assertThat(sorted).isEqualTo(sessions);
    }
}
