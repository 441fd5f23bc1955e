package dev.agentperf.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.simulator.engine.EventQueue.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The queue against a sorted list: events leave by time, then by arrival, and a cancelled one never does. */
final class EventQueueProperties {

    @Property(tries = 300)
    void eventsLeaveInOrder_andCancelledOnesNot(
            @ForAll @Size(max = 200) List<@IntRange(max = 20) Integer> times,
            @ForAll @Size(max = 200) List<@IntRange(max = 199) Integer> cancelled) {
        EventQueue queue = new EventQueue();
        List<Event> added = new ArrayList<>();
        times.forEach(time -> added.add(queue.add(time, () -> {})));
        List<Event> expected = new ArrayList<>(added);
        for (int index : cancelled) {
            if (index < added.size()) {
                queue.remove(added.get(index));
                expected.remove(added.get(index));
            }
        }
        expected.sort(Comparator.comparingLong(event -> event.atNanos));

        List<Event> left = new ArrayList<>();
        while (!queue.isEmpty()) {
            left.add(queue.removeFirst());
        }

        assertThat(left).containsExactlyElementsOf(expected);
    }
}
