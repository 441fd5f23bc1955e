package dev.agentperf.simulator.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.simulator.recursion.IdleGaps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Belady's count against every way to keep containers of several types below a ceiling. */
final class BeladyProperties {

    /** A use of a container of a type, from its claim until it could serve again. */
    record Use(int type, long at, long back) {}

    @Provide
    Arbitrary<List<Use>> uses() {
        Arbitrary<long[]> use = Combinators.combine(
                        Arbitraries.longs().between(0, 4),
                        Arbitraries.longs().between(1, 6),
                        Arbitraries.longs().between(0, 2))
                .as((gap, length, type) -> new long[] {gap, length, type});
        return use.list().ofMinSize(1).ofMaxSize(8).map(BeladyProperties::inOrder);
    }

    private static List<Use> inOrder(List<long[]> drawn) {
        List<Use> uses = new ArrayList<>();
        long at = 10;
        for (long[] next : drawn) {
            at += next[0];
            uses.add(new Use((int) next[2], at, at + next[1]));
        }
        return uses;
    }

    @Property(tries = 2_000)
    void noScheduleHasFewerColdStarts(@ForAll("uses") List<Use> uses, @ForAll("places") int places) {
        Assume.that(uses.stream().allMatch(use -> inUse(uses, use.at()) <= places));

        assertThat(kept(uses, places)).isEqualTo(mostKept(uses, places, 0, new int[uses.size()]));
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(1, 4);
    }

    @Property(tries = 200)
    void withoutScarcity_everyContainerIsKept(@ForAll("uses") List<Use> uses) {
        long reusable = gaps(uses).stream().filter(gap -> gap != IdleGaps.NONE).count();

        assertThat(kept(uses, uses.size())).isEqualTo((int) reusable);
    }

    private static int kept(List<Use> uses, int places) {
        Belady belady = new Belady(places);
        List<Long> gaps = gaps(uses);
        int kept = 0;
        for (int i = 0; i < uses.size(); i++) {
            Use use = uses.get(i);
            kept += belady.claim(use.at(), gaps.get(i), use.back()) ? 1 : 0;
        }
        return kept;
    }

    private static List<Long> gaps(List<Use> uses) {
        Map<Integer, IdleGaps> types = new HashMap<>();
        return uses.stream()
                .map(use -> types.computeIfAbsent(use.type(), type -> new IdleGaps())
                        .claim(use.at(), use.back()))
                .toList();
    }

    /* Lets the use number `next` have a new container, or any that is back of its type: served[i] is the use, from 1 on, that i's serves next. */
    private static int mostKept(List<Use> uses, int places, int next, int[] served) {
        if (next == uses.size()) {
            return fits(uses, places, served)
                    ? (int) Arrays.stream(served).filter(by -> by > 0).count()
                    : -1;
        }
        int most = mostKept(uses, places, next + 1, served);
        for (int i = 0; i < next; i++) {
            Use earlier = uses.get(i);
            if (served[i] == 0
                    && earlier.type() == uses.get(next).type()
                    && earlier.back() <= uses.get(next).at()) {
                served[i] = next + 1;
                most = Math.max(most, mostKept(uses, places, next + 1, served));
                served[i] = 0;
            }
        }
        return most;
    }

    private static boolean fits(List<Use> uses, int places, int[] served) {
        long last = uses.stream().mapToLong(Use::back).max().orElseThrow();
        for (long at = 0; at < last; at++) {
            long held = inUse(uses, at);
            for (int i = 0; i < served.length; i++) {
                boolean kept = served[i] > 0
                        && uses.get(i).back() <= at
                        && at < uses.get(served[i] - 1).at();
                held += kept ? 1 : 0;
            }
            if (held > places) {
                return false;
            }
        }
        return true;
    }

    private static long inUse(List<Use> uses, long at) {
        return uses.stream().filter(use -> use.at() <= at && at < use.back()).count();
    }
}
