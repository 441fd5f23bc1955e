package dev.agentperf.reports.gate.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.reports.gate.stats.AlphaSpending.Look;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AlphaSpendingTest {
    @Test
    void standard_allLooks_spendOnePercent() {
        assertThat(AlphaSpending.STANDARD.total()).isCloseTo(0.01, within(1e-12));
        assertThat(AlphaSpending.STANDARD.maxPairs()).isEqualTo(24);
    }

    @Test
    void alphaAt_betweenLooks_isTheNextOnes() {
        assertThat(AlphaSpending.STANDARD.alphaAt(6)).isEqualTo(0.001);
        assertThat(AlphaSpending.STANDARD.alphaAt(8)).isEqualTo(0.002);
        assertThat(AlphaSpending.STANDARD.alphaAt(99)).isEqualTo(0.004);
    }

    @Test
    void upTo_fewerPairs_endsThere() {
        assertThat(AlphaSpending.STANDARD.upTo(20).looks())
                .containsExactly(new Look(6, 0.001), new Look(10, 0.002), new Look(16, 0.003), new Look(20, 0.004));
        assertThat(AlphaSpending.STANDARD.upTo(4).looks()).containsExactly(new Look(4, 0.001));
        assertThat(AlphaSpending.STANDARD.upTo(99)).isEqualTo(AlphaSpending.STANDARD);
    }

    @Test
    void adjusted_exactlyTheLooksError_isTheWholeError() {
        assertThat(AlphaSpending.STANDARD.adjusted(0.002, 0.002)).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void looks_thatDoNotRise_areRefused() {
        assertThatThrownBy(() -> new AlphaSpending(List.of(new Look(6, 0.01), new Look(6, 0.01))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("looks must rise");
    }
}
