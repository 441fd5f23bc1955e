package dev.agentperf.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class LogGridTest {

    @Test
    void bin_ofItsOwnMiddle_isItself() {
        for (int bin = -2_000; bin <= 2_000; bin++) {
            if (LogGrid.middle(bin) > 1e-6) {
                assertThat(LogGrid.bin(LogGrid.middle(bin))).isEqualTo(bin);
            }
        }
    }

    @Test
    void middle_eachBin_is2PercentAboveTheOneBefore() {
        for (int bin = -1_000; bin <= 1_500; bin++) {
            assertThat(LogGrid.middle(bin) / LogGrid.middle(bin - 1)).isCloseTo(1.02, within(1e-9));
        }
    }

    @Test
    void bin_zero_isThatOfAMillionth() {
        assertThat(LogGrid.bin(0)).isEqualTo(LogGrid.bin(1e-6));
    }

    /** 4 x 0.03 over ln 1.02 is 6.06: seven bins on either side. */
    @Test
    void kernel_threePercent_hasSevenBinsOnEitherSideAndSumOne() {
        double[] kernel = LogGrid.kernel(0.03);

        assertThat(kernel).hasSize(15);
        assertThat(Arrays.stream(kernel).sum()).isCloseTo(1, within(1e-12));
        assertThat(kernel[0]).isEqualTo(kernel[14]);
        assertThat(kernel[7] / kernel[8]).isCloseTo(Math.exp(Math.pow(Math.log(1.02) / 0.03, 2) / 2), within(1e-9));
    }
}
