package dev.agentperf.simulator.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.pool.Reuse;
import dev.agentperf.simulator.result.Bound;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.result.SimulationResult;
import dev.agentperf.simulator.trace.Session;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bounds worked by hand: containers of one gigabyte, a cold start of 2 s, 11 GB s a cold second. */
final class BoundsTest {
    private static final long SECOND = 1_000_000_000L;

    // Idle gaps: none, 4 s, 30 s, none (at the same time as the one before), 5 s after the last to come back.
    private static final List<Session> SESSIONS =
            List.of(lasting(0, 1), lasting(5, 5), lasting(40, 10), lasting(40, 20), lasting(65, 1));

    @Test
    void reset_handWorked() {
        SimulationResult result = trace(Reuse.RESET).replay("fixed:0", "fixed:1", "fixed:2");

        // Break-even is 11 GB s/s x 2 s = 22 s, less the 2 s that a cold start spares: keep 4 s and 5 s, drop 30 s.
        assertThat(result.bounds().get(0)).isEqualTo(new Bound(Bounds.KEEP_OR_DROP, 3, 9_000, 9 + 3 * 2 * 10));
        // Each container one cold start ahead, or kept where that is no longer: never is here.
        assertThat(result.bounds().get(1)).isEqualTo(new Bound(Bounds.PREWARM, 0, 10_000, 10));
        // Kept for 5 s: 4 + 5 (dropped) + 5 idle, and of the last ones 5 s (came back at 50) and none (at the end).
        assertThat(result.bounds().get(2)).isEqualTo(new Bound(Bounds.BEST_TTL, 3, 19_000, 19 + 3 * 22));
        // One place serves all but one, and is free for 66 - 1 - 5 - 10 - 1 s.
        assertThat(result.bounds().get(3)).isEqualTo(new Bound(Bounds.BEST_STOCK, 1, 49_000, 49 + 22));
        assertThat(result.runs()).extracting(PolicyRun::cost).containsExactly(110.0, 71.0, 29.0 + 66);
        assertThat(result.runs().get(1).regret()).isEqualTo(71.0 / 69);
    }

    @Test
    void singleUse_startsAreNothingToWin() {
        List<Bound> bounds = trace(Reuse.SINGLE_USE).replay("fixed:0").bounds();

        // A successor is ready one cold start after its predecessor's end: the gaps are 2 s shorter.
        assertThat(bounds.get(0)).isEqualTo(new Bound(Bounds.KEEP_OR_DROP, 3, 5_000, 5 + 3 * 2 * 10));
        assertThat(bounds.get(1)).isEqualTo(new Bound(Bounds.PREWARM, 0, 0, 0));
    }

    @Test
    void noSessions_costNothing() {
        SmallTrace empty = new SmallTrace(List.of(), Duration.ofSeconds(1), Duration.ZERO, Reuse.RESET, 1);

        assertThat(empty.replay("fixed:0").bounds())
                .allSatisfy(bound -> assertThat(bound.cost()).isZero());
        assertThat(empty.replay("fixed:0").runs().get(0).regret()).isNull();
    }

    private static Session lasting(long startSeconds, long seconds) {
        return SmallTrace.session(startSeconds * SECOND, (startSeconds + seconds) * SECOND);
    }

    private static SmallTrace trace(Reuse reuse) {
        return new SmallTrace(SESSIONS, Duration.ofSeconds(2), Duration.ZERO, reuse, 11);
    }
}
