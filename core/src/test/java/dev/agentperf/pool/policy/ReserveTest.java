package dev.agentperf.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Worked by hand: starts take 1 s, and a cold start is worth 60 s of idle time, so that a reserve waits for 30 s. */
final class ReserveTest {
    private static final long SECOND = 1_000_000_000;
    private static final double COLD = 60.0 * SECOND;

    private final Reserve reserve = new Reserve();

    @Test
    void reserve_waitsUntilItHasCostHalfAColdStart() {
        assertThat(Reserve.time(COLD)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void reserve_isMadeBeforeTheFirstClaimAndFromTheSecondContainerOn() {
        assertThat(reserve.isWorthMaking()).isTrue();
        grew(0);
        assertThat(reserve.isWorthMaking()).isFalse();
        reserve.served();
        assertThat(reserve.isWorthMaking()).isFalse();
        grew(5);
        assertThat(reserve.isWorthMaking()).isTrue();
        reserve.served();
        assertThat(reserve.isWorthMaking()).isFalse();
    }

    @Test
    void reserve_thatWaitsInVain_isNotMadeAgain() {
        grew(0);
        grew(5);
        // Ready at 6 s, given up at 36 s: that costs 30.
        grew(100);
        assertThat(reserve.isWorthMaking()).isFalse();

        // The one that was not made would have been ready at 101 s and met growth after 4 s: 60 - 4 - 30 x 7/8 is
        // gained.
        grew(105);
        assertThat(reserve.isWorthMaking()).isTrue();
    }

    @Test
    void growthWithinAStart_isNeitherGainNorLoss() {
        grew(0);
        grew(5);
        grew(5);
        grew(5);

        assertThat(reserve.isWorthMaking()).isTrue();
        // Three would have been ready at 6 s. One is met at 36 s; the others wait in vain, and so does the next one.
        grew(36);
        assertThat(reserve.isWorthMaking()).isTrue();
        grew(70);
        assertThat(reserve.isWorthMaking()).isFalse();
    }

    private void grew(long atSeconds) {
        reserve.grew(atSeconds * SECOND, SECOND, COLD);
    }
}
