package dev.agentperf.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.pool.Expiries.Expiry;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The expiries against a sorted list. */
final class ExpiriesProperties {
    private static final Member MEMBER = Members.member("c");

    @Property(tries = 300)
    void leaveByTime_whateverTheOrderInWhichTheyCame(@ForAll @Size(max = 60) List<@IntRange(max = 30) Integer> times) {
        Expiries expiries = new Expiries();
        times.forEach(time -> expiries.add(new Expiry(MEMBER, 0, 0, time)));

        List<Long> left = new ArrayList<>();
        for (Expiry next = expiries.first(); next != null; next = expiries.first()) {
            left.add(next.atNanos());
            expiries.removeFirst();
        }

        assertThat(left)
                .containsExactlyElementsOf(
                        times.stream().map(Integer::longValue).sorted().toList());
    }
}
