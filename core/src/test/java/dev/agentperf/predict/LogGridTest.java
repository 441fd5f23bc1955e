package dev.agentperf.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
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
    void middle_eachBin_isAThirtyFifthOfADoublingAboveTheOneBefore() {
        for (int bin = -1_000; bin <= 1_500; bin++) {
            assertThat(LogGrid.middle(bin) / LogGrid.middle(bin - 1)).isCloseTo(Math.pow(2, 1 / 35.0), within(1e-9));
        }
    }

    /** The definition, by a logarithm; next to where a bin starts either of two may be meant. */
    @Test
    void bin_anyUsage_isTheLogarithmsFloor() {
        SplittableRandom random = new SplittableRandom(3);
        for (int run = 0; run < 100_000; run++) {
            double exact = random.nextDouble(-600, 1_500);
            double used = Math.pow(2, exact / 35);
            if (Math.abs(exact - Math.rint(exact)) > 1e-9) {
                assertThat(LogGrid.bin(used)).isEqualTo((int) Math.floor(exact));
            }
        }
    }

    @Test
    void bin_zero_isThatOfAMillionth() {
        assertThat(LogGrid.bin(0)).isEqualTo(LogGrid.bin(1e-6));
    }

    /** 4 x 0.03 over ln 2 / 35 is 6.06: seven bins on either side. */
    @Test
    void kernel_threePercent_hasSevenBinsOnEitherSideAndSumOne() {
        double[] kernel = LogGrid.kernel(0.03);

        assertThat(kernel).hasSize(15);
        assertThat(Arrays.stream(kernel).sum()).isCloseTo(1, within(1e-12));
        assertThat(kernel[0]).isEqualTo(kernel[14]);
        assertThat(kernel[7] / kernel[8]).isCloseTo(Math.exp(Math.pow(Math.log(2) / 35 / 0.03, 2) / 2), within(1e-9));
    }
}
