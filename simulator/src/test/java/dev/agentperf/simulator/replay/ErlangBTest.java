package dev.agentperf.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.simulator.result.PolicyRun;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A stock of N under Poisson arrivals is the loss system M/G/N/N: the share of claims that find none is Erlang's
 * formula B of the offered load, whatever the distribution of the time for which a place is taken (Erlang, 1917).
 */
final class ErlangBTest {
    private static final int CLAIMS = 200_000;

    @ParameterizedTest
    @CsvSource({"1, 4", "5, 9", "10, 15"})
    void singleUse_placeIsTakenForOneColdStart(double load, int stock) {
        Duration coldStart = Duration.ofSeconds(2);
        ReplayConfig config =
                new ReplayConfig(List.of(PoolPolicy.fixed(stock)), coldStart, Duration.ZERO, Reuse.SINGLE_USE, 1);

        PolicyRun run = run(config, load / 2, 1);

        assertLossNearErlangB(run, load, stock);
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "5, 9", "10, 15"})
    void reset_placeIsTakenForTheSession(double load, int stock) {
        ReplayConfig config = new ReplayConfig(
                List.of(PoolPolicy.fixed(stock)), Duration.ofMillis(500), Duration.ZERO, Reuse.RESET, 1);

        PolicyRun run = run(config, load / 30, 30);

        assertLossNearErlangB(run, load, stock);
    }

    @Test
    void erlangB_itself_meetsPublishedValues() {
        // Tables of the Erlang loss formula: 5 erlang on 9 lines lose 3.75 %, 10 erlang on 15 lines 3.65 %.
        assertThat(erlangB(5, 9)).isCloseTo(0.0375, offset(0.0001));
        assertThat(erlangB(10, 15)).isCloseTo(0.0365, offset(0.0001));
    }

    private static PolicyRun run(ReplayConfig config, double perSecond, double meanSeconds) {
        return new Replays(config, sessions -> {})
                .run(() ->
                        ArrivalStream.poisson(new RandomStreams(7).stream("arrivals"), CLAIMS, perSecond, meanSeconds))
                .runs()
                .get(0);
    }

    /* Blocked claims come in clusters, so their count varies more than a binomial one: 6 deviations are allowed. */
    private static void assertLossNearErlangB(PolicyRun run, double load, int stock) {
        double expected = erlangB(load, stock);
        double deviation = Math.sqrt(expected * (1 - expected) / CLAIMS);
        assertThat((double) run.coldStarts() / run.claims())
                .isBetween(expected - 6 * deviation, expected + 6 * deviation);
        assertThat(run.claims()).isEqualTo(CLAIMS);
    }

    /** The recursion B(0) = 1, B(n) = a B(n-1) / (n + a B(n-1)). */
    private static double erlangB(double load, int servers) {
        double blocked = 1;
        for (int n = 1; n <= servers; n++) {
            blocked = load * blocked / (n + load * blocked);
        }
        return blocked;
    }
}
