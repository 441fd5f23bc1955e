package dev.agentperf.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.bounds.Bounds;
import dev.agentperf.simulator.engine.FaultPlan.Rates;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.result.SimulationResult;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.Session.Usage;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.world.Hosts;
import dev.agentperf.simulator.world.StartTimes;
import dev.agentperf.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes first where room is short: hosts for two containers, each use a second long. */
final class GreedyDualTest {
    private static final long SECOND = 1_000_000_000L;
    private static final double GB_IN_MB = 1_000;

    @Test
    void typeThatIsUsedMost_isKept_thoughOthersWereUsedLater() {
        // Three uses of a, then one of b: c needs the place of one of them. To give up what was idle longest is to give
        // up a, which comes again at once.
        List<Session> sessions =
                List.of(use("a", 0), use("a", 10), use("a", 20), use("b", 30), use("c", 40), use("a", 50));

        assertThat(run("greedydual", sessions).coldStarts()).isEqualTo(3);
        assertThat(run("keepalive:1h", sessions).coldStarts()).isEqualTo(4);
    }

    @Test
    void typeThatNobodyAsksForAnyMore_agesByTheWorthOfTheVictims() {
        // Ten uses of a make it worth 10. b and c then take turns on the other place: the first is worth 1, and each
        // victim raises the clock, so that the next is worth one more. The tenth is worth as much as a, which has been
        // idle for longer: the eleventh gets its place, and from then on both stay.
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            sessions.add(use("a", i * 10L));
        }
        for (int i = 0; i < 40; i++) {
            sessions.add(use(i % 2 == 0 ? "b" : "c", 100 + i * 10L));
        }

        PolicyRun run = run("greedydual", sessions);

        assertThat(run.coldStarts()).isEqualTo(1 + 11);
    }

    @Test
    void typeThatHoldsMoreMemory_isWorthLess() {
        List<Session> sessions =
                List.of(use("small", 0), use("large", 10, 4 * GB_IN_MB), use("third", 20), use("small", 30));

        assertThat(run("greedydual", sessions, 4).coldStarts()).isEqualTo(3);
    }

    @Test
    void withoutScarcity_nothingIsGivenUp() {
        List<Session> sessions = List.of(use("a", 0), use("b", 100_000), use("a", 900_000), use("b", 900_001));

        PolicyRun run =
                simulate("greedydual", sessions, Optional.empty()).runs().get(0);

        assertThat(run.coldStarts()).isEqualTo(2);
        assertThat(run.warmStarts()).isEqualTo(2);
    }

    @Test
    void regret_countsColdStartsOverThoseOfBelady() {
        List<Session> sessions =
                List.of(use("a", 0), use("a", 10), use("a", 20), use("b", 30), use("c", 40), use("a", 50));

        PolicyRun run = run("keepalive:1h", sessions);

        assertThat(run.regrets()).containsEntry(Bounds.BELADY, 4.0 / 3);
    }

    private static Session use(String type, long startSeconds) {
        return use(type, startSeconds, GB_IN_MB);
    }

    private static Session use(String type, long startSeconds, double memoryMb) {
        return new Session(
                "",
                new AgentType(type),
                startSeconds * SECOND,
                (startSeconds + 1) * SECOND,
                List.of(),
                new Usage(Double.NaN, memoryMb, Double.NaN));
    }

    private static PolicyRun run(String policy, List<Session> sessions) {
        return run(policy, sessions, 1);
    }

    private static PolicyRun run(String policy, List<Session> sessions, int largestGigabytes) {
        Hosts two = new Hosts(2, 8, largestGigabytes * 1_000_000_000L);
        return simulate(policy, sessions, Optional.of(two)).runs().get(0);
    }

    private static SimulationResult simulate(String policy, List<Session> sessions, Optional<Hosts> hosts) {
        World world = new World(StartTimes.constant(Duration.ofSeconds(1)), hosts, Rates.NONE);
        ReplayConfig config = new ReplayConfig(
                        List.of(PoolPolicy.parse(policy)), Duration.ofSeconds(1), Duration.ZERO, Reuse.RESET, 1)
                .in(world);
        return new Replays(config, arrived -> {}).run(() -> SessionStream.of(sessions));
    }
}
