package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.PriorityQueue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The JDK's priority queue is the oracle. */
final class LongHeapProperties {

    @Property
    void heap_anyOperations_agreesWithAPriorityQueue(@ForAll List<Long> entries) {
        LongHeap heap = new LongHeap(entries.size());
        PriorityQueue<Long> oracle = new PriorityQueue<>();
        for (long entry : entries) {
            if (entry % 3 == 0 && !oracle.isEmpty()) {
                heap.removeHead();
                oracle.remove();
            } else if (entry % 3 == 1 && !oracle.isEmpty()) {
                heap.replaceHead(entry);
                oracle.remove();
                oracle.add(entry);
            } else {
                heap.add(entry);
                oracle.add(entry);
            }
            assertThat(heap.isEmpty()).isEqualTo(oracle.isEmpty());
            if (!oracle.isEmpty()) {
                assertThat(heap.head()).isEqualTo(oracle.peek());
            }
        }
    }
}
