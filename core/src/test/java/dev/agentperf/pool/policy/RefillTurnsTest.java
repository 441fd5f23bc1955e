package dev.agentperf.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RefillTurnsTest {
    private static final long COLD_START = 1_000;
    private static final double UNBOUNDED = Double.POSITIVE_INFINITY;

    private static RefillTurns turns(int parallelism, double perSecond) {
        return new RefillTurns(new BoundedRefill(COLD_START, parallelism, perSecond));
    }

    @Test
    void unboundedRefill_beginsAtOnce() {
        RefillTurns turns = turns(Integer.MAX_VALUE, UNBOUNDED);

        for (int claim = 0; claim < 100; claim++) {
            assertThat(turns.next(7)).isEqualTo(7);
        }
    }

    /** Two at once: the third waits for the first, which is made from 0 to 1,000, the fourth for the second. */
    @Test
    void twoAtOnce_theThirdWaitsForTheFirst() {
        RefillTurns turns = turns(2, UNBOUNDED);

        assertThat(new long[] {turns.next(0), turns.next(10), turns.next(20), turns.next(30), turns.next(3_000)})
                .containsExactly(0, 10, 1_000, 1_010, 3_000);
    }

    /** A burst of three is allowed, then one every 5,000 ns; what was left unused is allowed later, up to a burst. */
    @Test
    void rate_spacesWhatComesAfterTheBurst() {
        RefillTurns turns = turns(3, 200_000);

        assertThat(new long[] {turns.next(0), turns.next(0), turns.next(0), turns.next(0), turns.next(6_000)})
                .containsExactly(0, 0, 0, 5_000, 10_000);
        assertThat(turns.next(30_000)).isEqualTo(30_000);
        assertThat(turns.next(30_000)).isEqualTo(30_000);
    }

    /**
     * The mean wait of the queue M/D/1 at load 0.5 is half a service: load / (2 (1 - load)), by Pollaczek and
     * Khinchine.
     */
    @Test
    void poissonClaims_waitAsInTheQueueWithOneServer() {
        RefillTurns turns = turns(1, UNBOUNDED);
        SplittableRandom random = new SplittableRandom(3);
        int claims = 400_000;
        double nanos = 0;
        double waited = 0;

        for (int claim = 0; claim < claims; claim++) {
            nanos += -Math.log(1 - random.nextDouble()) * COLD_START / 0.5;
            waited += turns.next((long) nanos) - (long) nanos;
        }

        assertThat(waited / claims / COLD_START).isCloseTo(0.5, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8})
    void turns_areThoseOfAsManyServers(int servers) {
        RefillTurns turns = turns(servers, UNBOUNDED);
        SplittableRandom random = new SplittableRandom(servers);
        PriorityQueue<Long> freeAt = new PriorityQueue<>();
        for (int server = 0; server < servers; server++) {
            freeAt.add(0L);
        }
        long now = 0;

        for (int claim = 0; claim < 10_000; claim++) {
            now += random.nextLong(3_000 / servers);
            long expected = Math.max(now, freeAt.remove());
            freeAt.add(expected + COLD_START);

            assertThat(turns.next(now)).isEqualTo(expected);
        }
    }

    @Test
    void loadThatTheBoundsCannotFollow_isNotWaitedForWithoutEnd() {
        RefillTurns turns = turns(1, UNBOUNDED);
        long last = 0;

        for (int claim = 0; claim < 1_000; claim++) {
            last = turns.next(claim * 100);
        }

        assertThat(last - 999 * 100).isEqualTo(8 * COLD_START);
    }
}
