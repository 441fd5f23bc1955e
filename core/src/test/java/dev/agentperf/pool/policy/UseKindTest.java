package dev.agentperf.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class UseKindTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void classes_areExactAtFirstAndThenTwoAnOctave() {
        assertThat(IntStream.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 15, 16)
                        .map(UseKind::levelOf)
                        .toArray())
                .containsExactly(0, 1, 2, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8);
    }

    @Test
    void kind_tellsLevelAndTheClaimsOfALongAndAShortWhile() {
        // A cold start is worth 80 s: the long while is 160 s, the short one 10 s. Four claims 10 s apart count
        // 1 + e^-1/16 + e^-2/16 + e^-3/16 = 3.65 in the long one, and 1 + e^-1 + e^-2 + e^-3 = 1.55 in the short one.
        UseKind kinds = new UseKind();
        for (int claim = 0; claim < 4; claim++) {
            kinds.claimed(claim * 10L * SECOND, 80 * SECOND);
        }

        int atOnce = kinds.at(30 * SECOND, 80 * SECOND, 6);
        assertThat(respects(atOnce)).containsExactly(UseKind.levelOf(6), octave(2), octave(1));

        // 100 s later 3.65 e^-10/16 = 1.95 and 1.55 e^-10.
        int later = kinds.at(130 * SECOND, 80 * SECOND, 0);
        assertThat(respects(later)).containsExactly(0, octave(1), 0);
    }

    private static int[] respects(int kind) {
        return IntStream.range(0, UseKind.RESPECTS)
                .map(respect -> UseKind.in(respect, kind))
                .toArray();
    }

    /* Of the counts from so many on; an eighth of a claim is the first that is told from none. */
    private static int octave(int from) {
        return Integer.numberOfTrailingZeros(from) + 3;
    }

    @Test
    void kind_whereNothingIsKnownOfColdStarts_isThatOfNoClaims() {
        UseKind kinds = new UseKind();
        kinds.claimed(5, 0);

        assertThat(respects(kinds.at(5, 0, 1))).containsExactly(1, 0, 0);
    }

    @Test
    void adaptive_keepsWithinABurstAndNotAfterIt() {
        // Three claims 5 to 25 s apart, then none for up to an hour. A cold start is worth 60 s: to keep for 25 s pays
        // after the first and the second, and by all gaps together it would after the third as well.
        Uses uses = Uses.of("adaptive:15");
        SplittableRandom random = new SplittableRandom(9);
        IdlePlan within = IdlePlan.NONE;
        for (int burst = 0; burst < 300; burst++) {
            uses.after(Duration.ofSeconds(100 + random.nextInt(3_500)));
            within =
                    uses.after(Duration.ofMillis(random.nextInt(5_000, 25_000))).plan();
            uses.after(Duration.ofMillis(random.nextInt(5_000, 25_000)));
        }

        assertThat(within.prewarmAfter()).isLessThan(Duration.ofSeconds(5));
        assertThat(within.prewarmAfter().plus(within.keep())).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
        assertThat(uses.plan()).isEqualTo(IdlePlan.NONE);
    }

    @Test
    void adaptive_whereTheLoadTellsNothing_costsNoMoreThanHazard() {
        // Exponential gaps of 100 s on average, at a cold start that is worth 20 min.
        double[] costs = Stream.of("adaptive:300", "hazard:300")
                .mapToDouble(UseKindTest::costOfExponentialGaps)
                .toArray();

        assertThat(costs[0]).isLessThanOrEqualTo(1.02 * costs[1]);
    }

    private static double costOfExponentialGaps(String policy) {
        Uses uses = Uses.of(policy);
        SplittableRandom random = new SplittableRandom(3);
        double cost = 0;
        for (int use = 0; use < 20_000; use++) {
            long gap = (long) (-Math.log(1 - random.nextDouble()) * 100 * SECOND);
            cost += CheapestPlan.cost(uses.plan(), gap, 1_200 * SECOND, 2 * SECOND);
            uses.after(Duration.ofNanos(gap));
        }
        return cost;
    }

    @Test
    void adaptive_keepsTheBusyLevelLongerThanTheIdleOne() {
        // Work every 10 s on average, and once in a hundred times for two. At a price of 4 min of idle time a cold
        // start,
        // the first container is worth keeping through every gap, the second, idle for 1,000 s on average, is not. What
        // all gaps teach together is to keep both.
        TypePolicy policy = PoolPolicy.parse("adaptive:60")
                .forType(AgentType.DEFAULT, Reused.of(Duration.ofSeconds(2).toNanos()));
        SplittableRandom random = new SplittableRandom(5);
        double now = 0;
        IdlePlan first = IdlePlan.NONE;
        IdlePlan second = IdlePlan.NONE;
        for (int use = 0; use < 20_000; use++) {
            now += -Math.log(1 - random.nextDouble()) * Duration.ofSeconds(10).toNanos();
            policy.claimed((long) now, true);
            if (random.nextInt(100) == 0) {
                policy.claimed((long) now, true);
                second = policy.released((long) now);
            }
            first = policy.released((long) now);
        }

        assertThat(first.prewarmAfter()).isZero();
        assertThat(first.keep()).isGreaterThan(Duration.ofSeconds(60));
        assertThat(second.keep()).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void adaptive_beyondItsLongestGap_letsASecondContainerWaitUntilFourTimesThat() {
        // Two at once every 10 s, then one: the second is claimed after 20 s, and made again shortly before. A cold
        // start
        // takes 2 s and is worth 20 min.
        TypePolicy policy = PoolPolicy.parse("adaptive:300")
                .forType(AgentType.DEFAULT, Reused.of(Duration.ofSeconds(2).toNanos()));
        IdlePlan first = IdlePlan.NONE;
        IdlePlan second = IdlePlan.NONE;
        for (int use = 0; use < 200; use++) {
            long now = use * Duration.ofSeconds(10).toNanos();
            policy.claimed(now, true);
            if (use % 2 == 0) {
                policy.claimed(now, true);
                second = policy.released(now);
            }
            first = policy.released(now);
        }

        assertThat(first.keep()).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
        Duration until = second.prewarmAfter().plusSeconds(2).plus(second.keep());
        assertThat(until).isBetween(Duration.ofSeconds(4 * 20), Duration.ofSeconds(4 * 22));
    }
}
