package dev.agentperf.simulator.capacity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.engine.FaultPlan.Rates;
import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.simulator.replay.ArrivalStream;
import dev.agentperf.simulator.replay.ReplayConfig;
import dev.agentperf.simulator.replay.Replays;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceScan;
import dev.agentperf.simulator.world.Hosts;
import dev.agentperf.simulator.world.StartTimes;
import dev.agentperf.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PlannerTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Duration COLD = Duration.ofSeconds(2);

    @Test
    void steadyLoad_isPromisedAndTheRestKeepsThePromise() {
        // Five containers on order at any time, on average: Erlang's formula asks for 11 to lose one in a hundred.
        CapacityPlan plan = plan(level(0.99), poisson(100_000));

        assertThat(plan.promised()).isTrue();
        assertThat(plan.plans()).hasSize(1);
        assertThat(plan.plans().get(0).size()).isBetween(10, 12);
        assertThat(plan.validatedWarmRate()).isGreaterThan(0.985);
        assertThat(plan.predictedWarmRate()).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void rest_isWhatAReplayOfTheRestFinds() {
        List<Session> sessions = all(poisson(4_000).get());
        CapacityPlan plan = plan(level(0.95), () -> SessionStream.of(sessions));
        TypePlan type = plan.plans().get(0);
        List<Session> rest = sessions.subList((int) type.claims(), sessions.size());

        PolicyRun run = new Replays(
                        new ReplayConfig(
                                List.of(PoolPolicy.fixed(type.size())), COLD, Duration.ZERO, Reuse.SINGLE_USE, 1),
                        arrived -> {})
                .run(() -> SessionStream.of(rest))
                .runs()
                .get(0);

        assertThat(run.claims()).isEqualTo(type.validatedClaims());
        assertThat(run.warmRate()).isEqualTo(type.validatedWarmRate());
        assertThat(run.meanIdle()).isCloseTo(type.meanIdle(), offset(0.01));
    }

    @Test
    void oneSmaller_wouldMissTheServiceLevel() {
        List<Session> sessions = all(poisson(4_000).get());
        TypePlan type =
                plan(level(0.95), () -> SessionStream.of(sessions)).plans().get(0);
        List<Session> first = sessions.subList(0, (int) type.claims());

        List<PolicyRun> runs = new Replays(
                        new ReplayConfig(
                                List.of(PoolPolicy.fixed(type.size()), PoolPolicy.fixed(type.size() - 1)),
                                COLD,
                                Duration.ZERO,
                                Reuse.SINGLE_USE,
                                1),
                        arrived -> {})
                .run(() -> SessionStream.of(first))
                .runs();

        assertThat(runs.get(0).warmRate()).isEqualTo(type.predictedWarmRate()).isGreaterThanOrEqualTo(0.95);
        assertThat(runs.get(1).warmRate()).isLessThan(0.95);
    }

    @Test
    void busierRest_isNotPromised() {
        List<Session> sessions = new ArrayList<>();
        for (int second = 0; second < 10_000; second++) {
            sessions.add(at(second * SECOND));
        }
        for (int third = 0; third < 30_000; third++) {
            sessions.add(at(10_000 * SECOND + third * SECOND / 3));
        }

        CapacityPlan plan = plan(level(0.99), () -> SessionStream.of(sessions));

        assertThat(plan.promised()).isFalse();
        assertThat(plan.reason()).isEqualTo("the rest is busier than the first part, 3.00 times");
    }

    @Test
    void restThatIsBusierAtItsHeightOnly_isNotPromised() {
        List<Session> sessions = new ArrayList<>();
        for (int second = 0; second < 20_000; second++) {
            boolean isHeight = second >= 12_000 && second < 12_600;
            boolean isLull = second >= 13_000 && second < 13_600;
            for (int i = 0; i < (isHeight ? 2 : isLull ? 0 : 1); i++) {
                sessions.add(at(second * SECOND));
            }
        }

        CapacityPlan plan = plan(level(0.99), () -> SessionStream.of(sessions));

        assertThat(plan.promised()).isFalse();
        // 600 seconds with two claims lie within one or two blocks of 625.
        assertThat(plan.reason()).matches("the rest is busier at its height, 1\\.[5-9]\\d times");
    }

    @Test
    void fewClaims_areNotPromised() {
        CapacityPlan plan = plan(level(0.99), poisson(1_000));

        assertThat(plan.promised()).isFalse();
        assertThat(plan.reason()).matches("the first part has \\d+ claims, fewer than 1000");
    }

    @Test
    void startThatMayBeCold_needsNothingReady() {
        ServiceLevel level = new ServiceLevel(0.99, COLD, COLD, Duration.ZERO, Reuse.SINGLE_USE, 0.5, 1);

        CapacityPlan plan = plan(level, poisson(5_000));

        assertThat(plan.plans().get(0).size()).isZero();
        assertThat(plan.validatedWarmRate()).isEqualTo(1);
        assertThat(plan.meanIdle()).isZero();
    }

    @Test
    void twiceTheLoad_needsMoreButNotTwiceAsMuch() {
        ServiceLevel doubled = new ServiceLevel(0.99, Duration.ZERO, COLD, Duration.ZERO, Reuse.SINGLE_USE, 0.5, 2);

        int once = plan(level(0.99), poisson(50_000)).plans().get(0).size();
        int twice = plan(doubled, poisson(50_000)).plans().get(0).size();

        assertThat(twice).isBetween(once + 1, 2 * once - 1);
    }

    @Test
    void hosts_holdTheStockAndWhatIsInUse_orAsManyStartsAsComeAtOnce() {
        // A host of 5.9 GB holds five containers of up to 1 GB by count, and is full to 4.9 GB at least where they are
        // smaller: ten fit on two, and of twenty that hold 10 GB together all on three.
        assertThat(new HostNeed(10, 10_000, 1_000, 4, null)
                        .on(5_900_000_000L, 8)
                        .hosts())
                .isEqualTo(2);
        assertThat(new HostNeed(20, 10_000, 1_000, 4, null)
                        .on(5_900_000_000L, 8)
                        .hosts())
                .isEqualTo(3);
        assertThat(new HostNeed(10, 10_000, 1_000, 40, null)
                        .on(64_000_000_000L, 8)
                        .hosts())
                .isEqualTo(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HostNeed(1, 1_000, 1_000, 1, null).on(999_000_000L, 8))
                .withMessage("host memory must hold the largest container, 1000 MB, was 999 MB");
    }

    @ParameterizedTest
    @EnumSource
    void hostNeed_isMetByAReplayOnThatManyHosts(Reuse reuse) {
        ServiceLevel level = new ServiceLevel(0.9, Duration.ZERO, COLD, Duration.ZERO, reuse, 0.5, 1);
        CapacityPlan plan = plan(level, poisson(5_000));
        long container = 268_435_456L;
        HostNeed need = requireNonNull(plan.hostNeed()).on(4 * container, 100);
        Hosts hosts = new Hosts(requireNonNull(need.hosts()), 100, 4 * container);
        PoolPolicy stock = PoolPolicy.fixed(plan.plans().get(0).size());

        PolicyRun scarce = replay(stock, reuse, new World(StartTimes.constant(COLD), Optional.of(hosts), Rates.NONE));
        PolicyRun free = replay(stock, reuse, World.ideal(COLD));

        // The hosts are in nobody's way: what the same stock does where there is no end of them.
        assertThat(scarce.startMs().max()).isEqualTo(free.startMs().max());
        assertThat(scarce.coldStarts()).isEqualTo(free.coldStarts());
        assertThat(need.containers()).isBetween(free.peakContainers(), 2 * free.peakContainers());
    }

    private static PolicyRun replay(PoolPolicy policy, Reuse reuse, World world) {
        ReplayConfig config = new ReplayConfig(List.of(policy), COLD, Duration.ZERO, reuse, 1).in(world);
        return new Replays(config, arrived -> {}).run(poisson(5_000)).runs().get(0);
    }

    @Test
    void noSessions_planNothing() {
        CapacityPlan plan = plan(level(0.99), () -> SessionStream.of(List.of()));

        assertThat(plan.plans()).isEmpty();
        assertThat(plan.validatedWarmRate()).isNull();
        assertThat(plan.promised()).isFalse();
    }

    @Test
    void badLevels_nameTheRule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> level(1.5))
                .withMessage("warmRate must be more than 0 and at most 1, was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceLevel(0.9, Duration.ZERO, COLD, Duration.ZERO, Reuse.RESET, 1, 1))
                .withMessage("train must lie between 0 and 1, was 1.0");
    }

    private static ServiceLevel level(double warmRate) {
        return new ServiceLevel(warmRate, Duration.ZERO, COLD, Duration.ZERO, Reuse.SINGLE_USE, 0.5, 1);
    }

    private static CapacityPlan plan(ServiceLevel level, Supplier<? extends SessionStream> trace) {
        return Planner.plan(level, TraceScan.of(trace.get()), trace.get());
    }

    private static Supplier<SessionStream> poisson(int sessions) {
        return () -> ArrivalStream.poisson(new RandomStreams(11).stream("arrivals"), sessions, 2.5, 1);
    }

    private static Session at(long startNanos) {
        return new Session("", AgentType.DEFAULT, startNanos, startNanos + SECOND, List.of(), null);
    }

    private static List<Session> all(SessionStream stream) {
        List<Session> sessions = new ArrayList<>();
        for (Session session = stream.next(); session != null; session = stream.next()) {
            sessions.add(session);
        }
        return sessions;
    }
}
