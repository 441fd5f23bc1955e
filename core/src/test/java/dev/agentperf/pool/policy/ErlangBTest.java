package dev.agentperf.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErlangBTest {
    /** Exact smallest stocks of the loss system, worked out apart with whole-number sums. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.95, 4", "1, 0.99, 5", "1, 0.999, 6",
        "5, 0.95, 9", "5, 0.99, 11", "5, 0.999, 14",
        "10, 0.95, 15", "10, 0.99, 18", "10, 0.999, 21",
        "50, 0.95, 56", "50, 0.99, 64", "50, 0.999, 71",
        "157.5, 0.99, 177"
    })
    void leastStock_isThatOfThePublishedTables(double load, double warmRate, int stock) {
        assertThat(ErlangB.leastStock(load, warmRate)).isEqualTo(stock);
    }

    @Test
    void warmRate_meetsPublishedValues() {
        // Tables of the Erlang loss formula: 5 erlang on 9 lines lose 3.75 %, 10 erlang on 15 lines 3.65 %.
        assertThat(1 - ErlangB.warmRate(5, 9)).isCloseTo(0.0375, offset(0.0001));
        assertThat(1 - ErlangB.warmRate(10, 15)).isCloseTo(0.0365, offset(0.0001));
        assertThat(ErlangB.warmRate(3, 0)).isZero();
    }
}
