package dev.agentperf.simulator.recursion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceScan;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A trace in columns against the same trace session by session. */
final class TraceColumnsProperties {
    private static final long SECOND = 1_000_000_000L;
    private static final List<AgentType> TYPES = List.of(AgentType.REACT, AgentType.MULTI_AGENT);

    @Property(tries = 500)
    void sessionsOfOneLength_haveTheSameCounts(
            @ForAll @Size(min = 1, max = 80) List<@IntRange(max = 6) Integer> gaps,
            @ForAll @IntRange(max = 9) int duration,
            @ForAll @IntRange(max = 4) int reset,
            @ForAll boolean reused) {
        assertSame(sessions(gaps, List.of(duration)), new Turnover(3 * SECOND, reused, reset * SECOND));
    }

    @Property(tries = 200)
    void sessionsOfManyLengths_haveTheSameCounts(
            @ForAll @Size(min = 1, max = 80) List<@IntRange(max = 6) Integer> gaps,
            @ForAll @Size(min = 2, max = 5) List<@IntRange(max = 9) Integer> durations,
            @ForAll boolean reused) {
        assertSame(sessions(gaps, durations), new Turnover(3 * SECOND, reused, SECOND));
    }

    private static void assertSame(List<Session> sessions, Turnover turnover) {
        TraceScan scan = TraceScan.of(SessionStream.of(sessions));
        TraceColumns columns = TraceColumns.of(SessionStream.of(sessions));
        for (String policy : List.of("fixed:0", "fixed:1", "fixed:3", "keepalive:5s", "keepalive:20s", "breakeven:3")) {
            QuickReplay bySession = new QuickReplay(PoolPolicy.parse(policy), turnover, scan);
            bySession.accept(sessions);
            QuickRun expected = bySession.finish();
            QuickReplay byColumn = new QuickReplay(PoolPolicy.parse(policy), turnover, scan);
            byColumn.accept(columns);
            QuickRun actual = byColumn.finish();

            assertThat(actual.warmStarts()).as(policy).isEqualTo(expected.warmStarts());
            assertThat(actual.coldStarts()).as(policy).isEqualTo(expected.coldStarts());
            assertThat(actual.idleSeconds()).as(policy).isCloseTo(expected.idleSeconds(), offset(1e-6));
        }
    }

    /* From before 1970 on. Every third session is of the second type, with the same lengths in turn. */
    private static List<Session> sessions(List<Integer> gaps, List<Integer> durations) {
        List<Session> sessions = new ArrayList<>();
        long at = -50 * SECOND;
        for (int i = 0; i < gaps.size(); i++) {
            at += gaps.get(i) * SECOND;
            long end = at + durations.get(i % durations.size()) * SECOND;
            sessions.add(new Session("", TYPES.get(i % 3 == 2 ? 1 : 0), at, end, List.of(), null));
        }
        return sessions;
    }
}
