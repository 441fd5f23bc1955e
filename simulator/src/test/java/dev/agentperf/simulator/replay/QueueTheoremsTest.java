package dev.agentperf.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped pool under Poisson claims against the theorems of queueing. */
final class QueueTheoremsTest {
    private static final int CLAIMS = 100_000;
    private static final int BATCHES = 30;

    /** The 0.9995 quantile of Student's t with 29 degrees of freedom: an interval that holds 99.9 % of the time. */
    private static final double T = 3.659;

    /** Distributions of the time of use with the mean of ten seconds, from no spread to much. */
    enum Service {
        CONSTANT,
        EXPONENTIAL,
        HYPEREXPONENTIAL;

        double seconds(RandomGenerator random) {
            return switch (this) {
                case CONSTANT -> 10;
                case EXPONENTIAL -> 10 * random.nextExponential();
                case HYPEREXPONENTIAL -> (random.nextDouble() < 0.9 ? 5 : 55) * random.nextExponential();
            };
        }
    }

    /** M/G/infinity: whatever the service, the number in use is Poisson, its variance its mean (Palm, 1943). */
    @ParameterizedTest
    @EnumSource
    void serversWithoutEnd_inUseIsPoisson_whateverTheService(Service service) {
        QueueTrial trial = new QueueTrial(80).run(CLAIMS, 2, service::seconds);

        List<Double> seen = trial.seenByClaims();
        assertThat(trial.waits()).allMatch(wait -> wait == 0);
        assertInterval(seen, 20);
        assertInterval(seen.stream().map(n -> (n - 20) * (n - 20)).toList(), 20);
        assertInterval(seen.stream().map(n -> n <= 15 ? 1.0 : 0.0).toList(), poissonUpTo(20, 15));
    }

    /** PASTA: Poisson claims see what an observer sees over time (Wolff, 1982). */
    @Test
    void claims_seeTimeAverages() {
        QueueTrial trial = new QueueTrial(24).run(CLAIMS, 2, Service.EXPONENTIAL::seconds);

        assertInterval(trial.seenByClaims(), trial.meanInside());
    }

    /** L = lambda W (Little, 1961): the mean number inside is the rate of claims times their mean stay. */
    @ParameterizedTest
    @EnumSource
    void meanInside_isRateTimesMeanStay(Service service) {
        QueueTrial trial = new QueueTrial(24).run(CLAIMS, 2, service::seconds);

        // The rate as it was drawn varies by 1 / sqrt(claims); the identity itself is exact but for the two ends.
        assertThat(trial.meanInside()).isCloseTo(2 * trial.meanStaySeconds(), offset(0.02 * trial.meanInside()));
    }

    /** M/M/c: the share that waits is Erlang's formula C, and the mean wait C / (c mu - lambda) (Erlang, 1917). */
    @Test
    void ceiling_makesErlangsShareWait() {
        QueueTrial trial = new QueueTrial(24).run(CLAIMS, 2, Service.EXPONENTIAL::seconds);

        double waiting = erlangC(20, 24);
        assertInterval(trial.waits().stream().map(wait -> wait > 0 ? 1.0 : 0.0).toList(), waiting);
        assertInterval(trial.waits(), waiting / (24 / 10.0 - 2));
    }

    @Test
    void erlangC_itself_meetsPublishedValues() {
        // Tables of the Erlang delay formula: 1 erlang on 2 servers waits in one case of three, 2 on 3 in 4/9.
        assertThat(erlangC(1, 2)).isCloseTo(1 / 3.0, offset(1e-12));
        assertThat(erlangC(2, 3)).isCloseTo(4 / 9.0, offset(1e-12));
    }

    /* Neighbours depend on one another: the interval is made of the means of long batches (Law, 1977). */
    private static void assertInterval(List<Double> values, double expected) {
        int size = values.size() / BATCHES;
        double[] means = IntStream.range(0, BATCHES)
                .mapToDouble(batch -> values.subList(batch * size, (batch + 1) * size).stream()
                        .mapToDouble(value -> value)
                        .average()
                        .orElseThrow())
                .toArray();
        double mean =
                IntStream.range(0, BATCHES).mapToDouble(i -> means[i]).average().orElseThrow();
        double squares = IntStream.range(0, BATCHES)
                .mapToDouble(i -> (means[i] - mean) * (means[i] - mean))
                .sum();
        double error = Math.sqrt(squares / (BATCHES - 1) / BATCHES);
        assertThat(mean).isCloseTo(expected, offset(T * error));
    }

    /** C = B / (1 - rho (1 - B)), with Erlang's loss B by its recursion. */
    private static double erlangC(double load, int servers) {
        double blocked = 1;
        for (int n = 1; n <= servers; n++) {
            blocked = load * blocked / (n + load * blocked);
        }
        return blocked / (1 - load / servers * (1 - blocked));
    }

    private static double poissonUpTo(double mean, int most) {
        double term = Math.exp(-mean);
        double sum = term;
        for (int n = 1; n <= most; n++) {
            term *= mean / n;
            sum += term;
        }
        return sum;
    }
}
