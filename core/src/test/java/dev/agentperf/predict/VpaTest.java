package dev.agentperf.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.AgentType;
import org.junit.jupiter.api.Test;

final class VpaTest {
    private final ResourcePredictor predictor = ResourcePredictor.named("vpa");

    /** 100 MB: log1.05(100 x 0.05 / 10 + 1) = 8.3, so bin 8, which ends at 10 x (1.05^9 - 1) / 0.05 = 110.27 MB. */
    @Test
    void predict_oneRun_isTheEndOfItsBinAndAMargin() {
        record(100);

        assertThat(limit()).isCloseTo(110.2656 * 1.15, within(1e-3));
    }

    /** The last of ten runs weighs a little more than the others, so the nine before it are less than nine tenths. */
    @Test
    void predict_tenRuns_isTheBinThatNineTenthsOfTheWeightReach() {
        for (int run = 0; run < 9; run++) {
            record(100);
        }
        record(1_000);

        assertThat(limit())
                .isCloseTo(Vpa.binStart(Resource.MEMORY, Vpa.bin(Resource.MEMORY, 1_000) + 1) * 1.15, within(1e-9));
    }

    @Test
    void predict_twentyRunsOneHigh_staysWithTheOthers() {
        record(1_000);
        for (int run = 0; run < 19; run++) {
            record(100);
        }

        assertThat(limit()).isCloseTo(110.2656 * 1.15, within(1e-3));
    }

    /**
     * Kubernetes' own figures: the last of its 176 bins, number 175, is the first to begin above 1e12 bytes and 1,000
     * cores.
     */
    @Test
    void binStart_lastOfKubernetes_isJustAboveATerabyte() {
        assertThat(Vpa.binStart(Resource.MEMORY, 174)).isLessThan(1e6);
        assertThat(Vpa.binStart(Resource.MEMORY, 175)).isGreaterThan(1e6);
        assertThat(Vpa.binStart(Resource.CPU, 174)).isLessThan(1e3);
        assertThat(Vpa.binStart(Resource.CPU, 175)).isGreaterThan(1e3);
    }

    @Test
    void bin_startOfEachBin_isThatBin() {
        for (int bin = 1; bin < 300; bin++) {
            double start = Vpa.binStart(Resource.MEMORY, bin);

            assertThat(Vpa.bin(Resource.MEMORY, start * 1.000001)).isEqualTo(bin);
            assertThat(Vpa.bin(Resource.MEMORY, start * 0.999999)).isEqualTo(bin - 1);
        }
    }

    private void record(double memoryMb) {
        predictor.record(AgentType.REACT, new ResourceUsage(Double.NaN, memoryMb, Double.NaN));
    }

    private double limit() {
        return predictor.predict(AgentType.REACT).limit(Resource.MEMORY);
    }
}
