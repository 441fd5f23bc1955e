package dev.agentperf.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

final class ShortfallTest {
    private final Shortfall shortfall = new Shortfall();

    @Test
    void whatComesAsExpected_asksForNoMore() {
        add(990, true, true);
        add(10, false, false);

        assertThat(shortfall.share()).isZero();
        assertThat(shortfall.aimFor(0.99)).isCloseTo(0.99, offset(1e-12));
    }

    @Test
    void unexpectedColdClaims_areTakenOffTheAllowedOnes() {
        // A thousand, with the hundred that every policy begins with.
        add(5, true, false);
        add(895, true, true);

        assertThat(shortfall.share()).isCloseTo(0.005, offset(1e-12));
        assertThat(shortfall.aimFor(0.99)).isCloseTo(0.995, offset(1e-12));
    }

    @Test
    void unexpectedWarmClaims_makeUpForColdOnes() {
        add(5, true, false);
        add(8, false, true);
        add(1, true, true);

        assertThat(shortfall.share()).isZero();
        assertThat(shortfall.aimFor(0.9)).isCloseTo(0.9, offset(1e-12));
    }

    @Test
    void oneClaimAlone_tellsLittle() {
        add(1, true, false);

        assertThat(shortfall.aimFor(0.9)).isCloseTo(0.9099, offset(1e-4));
    }

    @Test
    void howeverManyAreCold_aQuarterIsStillAllowed() {
        add(900, true, false);

        assertThat(shortfall.share()).isCloseTo(0.9, offset(1e-12));
        assertThat(shortfall.aimFor(0.99)).isCloseTo(0.9975, offset(1e-12));
    }

    @Test
    void whatWasLongAgo_isForgotten() {
        add(1_000, true, false);
        add(30_000, true, true);

        assertThat(shortfall.share()).isLessThan(0.0001);
    }

    private void add(int claims, boolean expectedWarm, boolean warm) {
        for (int i = 0; i < claims; i++) {
            shortfall.add(expectedWarm, warm);
        }
    }
}
