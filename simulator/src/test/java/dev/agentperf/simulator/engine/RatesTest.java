package dev.agentperf.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.agentperf.simulator.engine.FaultPlan.Rates;
import org.junit.jupiter.api.Test;

/** Fault rates as a user writes them. */
final class RatesTest {

    @Test
    void ratesThatAreNamed_areRead_andOthersAreZero() {
        Rates rates = Rates.parse("death=0.001,fail=0.01");

        assertThat(rates).isEqualTo(new Rates(0.01, 0, 0, 0, 0.001));
        assertThat(Rates.parse(rates.description())).isEqualTo(rates);
    }

    @Test
    void unknownNameOrRate_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rates.parse("fire=1"))
                .withMessage("faults must look like fail=0.01,death=0.001 and name some of fail, hang, slow, unclean,"
                        + " death, was 'fire=1'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rates.parse("fail=often"))
                .withMessage("rates must be from 0 to 1, was 'fail=often'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rates.parse("fail=2"))
                .withMessage("rates must be from 0 to 1, was 2.0");
    }
}
