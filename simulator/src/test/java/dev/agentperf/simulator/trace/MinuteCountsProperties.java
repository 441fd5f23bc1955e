package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class MinuteCountsProperties {

    @Property
    void next_anyCounts_givesThemBack(
            @ForAll @Size(max = 50)
                    Map<@IntRange(max = 1439) Integer, @IntRange(min = 1, max = 100_000_000) Integer> any) {
        SortedMap<Integer, Integer> expected = new TreeMap<>(any);
        MinuteCounts counts = new MinuteCounts();
        expected.forEach(counts::add);
        counts.trim();

        SortedMap<Integer, Integer> read = new TreeMap<>();
        for (counts.next(); counts.minute() != MinuteCounts.NEVER; counts.next()) {
            read.put(counts.minute(), counts.count());
        }

        assertThat(read).isEqualTo(expected);
    }
}
