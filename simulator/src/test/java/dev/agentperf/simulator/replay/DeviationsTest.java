package dev.agentperf.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where published simulators are known to depart from the policies they implement; each worked by hand. */
final class DeviationsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final AgentType OTHER = new AgentType("other");

    /** DSLab FaaS, by default: a fixed keep-alive counts from the container's start, a reuse does not renew it. */
    @Test
    void keepAlive_isRenewedByEachUse() {
        // Kept for 10 s. Claims at 0 (cold, in use from 1 to 2), 9 (to 10) and 18: 16 s after the start, 8 s after the
        // last use.
        PolicyRun run = run("keepalive:10s", at(0, 1), at(9, 1), at(18, 1));

        assertThat(run.coldStarts()).isEqualTo(1);
        assertThat(run.warmStarts()).isEqualTo(2);
    }

    /** FaasCache's simulator: containers expire when a claim looks, so that memory is held long after its time. */
    @Test
    void keepAlive_endsInItsTime_whetherAClaimLooksOrNot() {
        // In use from 1 to 2, idle to 12; the next claim of any type comes at 1,000 and begins another 1 s later.
        PolicyRun run = run("keepalive:10s", at(0, 1), session(OTHER, 1_000, 1));

        assertThat(run.idleSeconds()).isCloseTo(10, offset(1e-6));
    }

    /** None of those surveyed tells concurrent claims apart: k at once are k containers. */
    @Test
    void claimsAtOnce_needAContainerEach() {
        PolicyRun run = run("keepalive:60s", at(0, 5), at(0, 5), at(0, 5), at(20, 5), at(20, 5), at(20, 5), at(20, 5));

        assertThat(run.coldStarts()).isEqualTo(3 + 1);
        assertThat(run.warmStarts()).isEqualTo(3);
        assertThat(run.peakContainers()).isEqualTo(4);
    }

    /** FaasCache's {@code HIST}: a pre-warm fires at any arrival before it is due, or never, for want of one. */
    @Test
    void hybrid_startsAgainInItsTime_withoutAnArrivalToTellIt() {
        List<Session> hourly = new ArrayList<>();
        for (int hour = 0; hour < 100; hour++) {
            hourly.add(at(hour * 3_600L, 1));
        }

        PolicyRun run = run("hybrid", hourly.toArray(Session[]::new));

        // Learned after a few: then each claim is warm, for a container that was started again before it, not kept for
        // the hour.
        assertThat(run.coldStarts()).isLessThan(5);
        assertThat(run.idleSeconds()).isLessThan(0.35 * 99 * 3_600);
    }

    /** FaasCache counts from start to start: a long session would use up its own keep-alive. */
    @Test
    void idleTime_countsFromTheEndOfTheUse() {
        PolicyRun run = run("keepalive:10s", at(0, 100), at(105, 1));

        assertThat(run.warmStarts()).isEqualTo(1);
        assertThat(run.idleSeconds()).isCloseTo(4, offset(1e-6));
    }

    private static Session at(long startSeconds, long seconds) {
        return session(AgentType.REACT, startSeconds, seconds);
    }

    private static Session session(AgentType type, long startSeconds, long seconds) {
        return new Session("", type, startSeconds * SECOND, (startSeconds + seconds) * SECOND, List.of(), null);
    }

    private static PolicyRun run(String policy, Session... sessions) {
        ReplayConfig config = new ReplayConfig(
                List.of(PoolPolicy.parse(policy)), Duration.ofSeconds(1), Duration.ZERO, Reuse.RESET, 1);
        return new Replays(config, arrived -> {})
                .run(() -> SessionStream.of(List.of(sessions)))
                .runs()
                .get(0);
    }
}
