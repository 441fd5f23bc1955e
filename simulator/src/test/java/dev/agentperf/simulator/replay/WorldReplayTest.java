package dev.agentperf.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.engine.FaultPlan.Rates;
import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.world.Hosts;
import dev.agentperf.simulator.world.StartTimes;
import dev.agentperf.simulator.world.World;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Replays in a world where starts vary, machines are shared and things go wrong. */
final class WorldReplayTest {
    private static final long SECOND = 1_000_000_000L;
    private static final StartTimes ONE_SECOND = StartTimes.constant(Duration.ofSeconds(1));

    /** What a container of a trace that gives no memory holds. */
    private static final long CONTAINER_BYTES = 268_435_456;

    @Test
    void tenStartsAtOnceOnTwoProcessors_takeFiveTimesAsLong() {
        World world = on(new Hosts(1, 2, 10 * CONTAINER_BYTES));

        PolicyRun run = run(world, "fixed:0", Collections.nCopies(10, at(1, 60)));

        assertThat(run.coldStarts()).isEqualTo(10);
        assertThat(run.startMs().p50()).isCloseTo(5_000, withPercentage(0.1));
        assertThat(run.startMs().max()).isEqualTo(5_000);
    }

    @Test
    void tenStartsOnFiveHosts_doNotDisturbOneAnother() {
        World world = on(new Hosts(5, 2, 10 * CONTAINER_BYTES));

        PolicyRun run = run(world, "fixed:0", Collections.nCopies(10, at(1, 60)));

        assertThat(run.startMs().max()).isEqualTo(1_000);
    }

    @Test
    void claimBeyondTheHostsMemory_waitsForAContainerToEnd() {
        // Two fit. The third claim comes at 2 and waits for the end of a session that has its container from 2 to 12.
        World world = on(new Hosts(1, 4, 2 * CONTAINER_BYTES + 1));

        PolicyRun run = run(world, "fixed:0", List.of(at(1, 10), at(1, 10), at(2, 10)));

        assertThat(run.peakContainers()).isEqualTo(2);
        assertThat(run.startMs().max()).isEqualTo(11_000);
    }

    @Test
    void startsThatFail_leaveTheirClaimsWithoutAContainer() {
        World world = new World(ONE_SECOND, Optional.empty(), new Rates(1, 0, 0, 0, 0));

        PolicyRun run = run(world, "fixed:0", List.of(at(1, 10), at(5, 10)));

        assertThat(run.failedClaims()).isEqualTo(2);
        assertThat(run.warmStarts() + run.coldStarts()).isZero();
    }

    @Test
    void startsThatHang_areGivenUpAfterAMinute() {
        World world = new World(ONE_SECOND, Optional.empty(), new Rates(0, 1, 0, 0, 0));

        PolicyRun run = run(world, "fixed:0", List.of(at(1, 100), at(200, 10)));

        assertThat(run.failedClaims()).isEqualTo(2);
    }

    @Test
    void everyFaultAtOnce_losesNoClaim() {
        World world = new World(
                StartTimes.parse("lognormal:p50=341ms,p99=440ms"),
                Optional.of(new Hosts(3, 2, 12 * CONTAINER_BYTES)),
                new Rates(0.02, 0.01, 0.05, 0.1, 0.05));

        PolicyRun first = poisson(world);
        PolicyRun second = poisson(world);

        assertThat(first.warmStarts() + first.coldStarts() + first.failedClaims())
                .isEqualTo(first.claims())
                .isEqualTo(5_000);
        assertThat(first.failedClaims()).isPositive();
        assertThat(first)
                .usingRecursiveComparison()
                .ignoringFields("wallSeconds")
                .isEqualTo(second);
    }

    @Test
    void costOfVaryingStarts_isThatOfTheTimeWaited() {
        World world = new World(StartTimes.parse("lognormal:p50=1s,p99=9s"), Optional.empty(), Rates.NONE);

        PolicyRun run = run(world, "fixed:0", Collections.nCopies(20_000, at(1, 60)));

        // Nothing stands idle: the price of 300 times the waiting, whose mean is the distribution's.
        assertThat(run.cost()).isCloseTo(300.0 * 20_000 * world.starts().mean().toNanos() / 1e9, withPercentage(2));
    }

    private static World on(Hosts hosts) {
        return new World(ONE_SECOND, Optional.of(hosts), Rates.NONE);
    }

    private static PolicyRun poisson(World world) {
        return new Replays(config(world, "fixed:5", Reuse.RESET), arrived -> {})
                .run(() -> ArrivalStream.poisson(new RandomStreams(3).stream("a"), 5_000, 2, 5))
                .runs()
                .get(0);
    }

    private static PolicyRun run(World world, String policy, List<Session> sessions) {
        return new Replays(config(world, policy, Reuse.SINGLE_USE), arrived -> {})
                .run(() -> SessionStream.of(sessions))
                .runs()
                .get(0);
    }

    private static ReplayConfig config(World world, String policy, Reuse reuse) {
        return new ReplayConfig(
                        List.of(PoolPolicy.parse(policy)), Duration.ofSeconds(1), Duration.ofMillis(10), reuse, 1)
                .in(world);
    }

    private static Session at(long startSeconds, long seconds) {
        return new Session(
                "", AgentType.DEFAULT, startSeconds * SECOND, (startSeconds + seconds) * SECOND, List.of(), null);
    }
}
