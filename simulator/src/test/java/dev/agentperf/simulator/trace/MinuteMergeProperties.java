package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The slow way, every invocation in one list and a stable sort, is the oracle. */
final class MinuteMergeProperties {
    private static final long MINUTE = 60_000_000_000L;

    @Property(tries = 300)
    void next_evenPlacement_agreesWithASort(@ForAll("loads") List<List<Integer>> loads) {
        assertThat(merged(loads, Placement.EVEN)).isEqualTo(sorted(loads, Placement.EVEN));
    }

    @Property(tries = 300)
    void next_startPlacement_agreesWithASort(@ForAll("loads") List<List<Integer>> loads) {
        assertThat(merged(loads, Placement.START)).isEqualTo(sorted(loads, Placement.START));
    }

    @Property(tries = 300)
    void next_uniformPlacement_keepsEveryCountInItsMinuteAndTheOrder(@ForAll("loads") List<List<Integer>> loads) {
        List<Session> sessions = sessions(loads, Placement.UNIFORM);

        assertThat(sessions).isSortedAccordingTo(Comparator.comparingLong(Session::startNanos));
        assertThat(sessions.stream()
                        .map(session -> session.type().name() + "@" + session.startNanos() / MINUTE)
                        .sorted())
                .isEqualTo(starts(loads, Placement.START).stream()
                        .map(start -> start.function() + "@" + start.nanos() / MINUTE)
                        .sorted()
                        .toList());
    }

    @Provide
    Arbitrary<List<List<Integer>>> loads() {
        Arbitrary<Integer> count = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(0)),
                Tuple.of(2, Arbitraries.integers().between(1, 7)),
                Tuple.of(1, Arbitraries.integers().between(100, 300)));
        return count.list().ofMaxSize(6).list().ofMaxSize(6);
    }

    private static List<String> merged(List<List<Integer>> loads, Placement placement) {
        return sessions(loads, placement).stream()
                .map(session -> session.type().name() + "@" + session.startNanos())
                .toList();
    }

    private static List<String> sorted(List<List<Integer>> loads, Placement placement) {
        return starts(loads, placement).stream()
                .sorted(Comparator.comparingLong(Start::nanos))
                .map(start -> start.function() + "@" + start.nanos())
                .toList();
    }

    private static List<Session> sessions(List<List<Integer>> loads, Placement placement) {
        List<FunctionLoad> functions = new ArrayList<>();
        for (int i = 0; i < loads.size(); i++) {
            MinuteCounts counts = new MinuteCounts();
            for (int minute = 0; minute < loads.get(i).size(); minute++) {
                if (loads.get(i).get(minute) > 0) {
                    counts.add(minute, loads.get(i).get(minute));
                }
            }
            functions.add(new FunctionLoad(new AgentType("f" + i), 0, null, counts));
        }
        MinuteMerge merge = new MinuteMerge(
                functions, 0, TraceOptions.defaults().withPlacement(placement).withSeed(7));
        List<Session> sessions = new ArrayList<>();
        for (Session session = merge.next(); session != null; session = merge.next()) {
            sessions.add(session);
        }
        return sessions;
    }

    private static List<Start> starts(List<List<Integer>> loads, Placement placement) {
        List<Start> starts = new ArrayList<>();
        for (int f = 0; f < loads.size(); f++) {
            for (int minute = 0; minute < loads.get(f).size(); minute++) {
                long count = loads.get(f).get(minute);
                for (long i = 0; i < count; i++) {
                    long offset = placement == Placement.EVEN ? i * MINUTE / count : 0;
                    starts.add(new Start("f" + f, minute * MINUTE + offset));
                }
            }
        }
        return starts;
    }

    private record Start(String function, long nanos) {}
}
