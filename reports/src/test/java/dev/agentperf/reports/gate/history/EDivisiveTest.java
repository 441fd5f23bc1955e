package dev.agentperf.reports.gate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.simulator.engine.RandomStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class EDivisiveTest {
    @Test
    void statistic_twoAndTwo_isWhatTheFormulaSays() {
        // {0, 1 | 4, 6}: between 4+6+3+5 = 18, within 1 and 2. E = 2*18/4 - 1 - 2 = 6; times 2*2/4 = 6.
        assertThat(EDivisive.statistic(new double[] {0, 1, 4, 6}, 2)).isCloseTo(6, within(1e-12));
    }

    @Test
    void statistic_theTrueSplit_isTheLargest() {
        double[] values = {1, 2, 1, 2, 9, 8, 9, 8};

        for (int split = 2; split <= 6; split++) {
            assertThat(EDivisive.statistic(values, split)).isLessThanOrEqualTo(EDivisive.statistic(values, 4));
        }
    }

    @Test
    void changes_oneStep_isDatedToItsFirstPoint() {
        assertThat(EDivisive.changes(series(60, 40, 0.10))).containsExactly(40);
    }

    @Test
    void changes_twoSteps_areBothFound() {
        double[] values = series(120, 40, 0.20);
        for (int i = 80; i < 120; i++) {
            values[i] *= 0.8;
        }

        assertThat(EDivisive.changes(values)).containsExactly(40, 80);
    }

    @Test
    void changes_spikes_areNone() {
        double[] values = series(100, 100, 0);
        for (int at : new int[] {3, 30, 31, 60, 61, 62, 97}) {
            values[at] *= 5;
        }

        assertThat(EDivisive.changes(values)).isEmpty();
    }

    @Test
    void changes_stepBelowFivePercent_isNone() {
        assertThat(EDivisive.changes(series(100, 50, 0.03))).isEmpty();
    }

    @Test
    void changes_stepThreePointsAgo_waits() {
        assertThat(EDivisive.changes(series(43, 40, 0.5))).isEmpty();
        assertThat(EDivisive.changes(series(45, 40, 0.5))).containsExactly(40);
    }

    @Test
    void changes_nineOrEqualPoints_areNone() {
        assertThat(EDivisive.changes(new double[] {1, 1, 1, 1, 2, 2, 2, 2, 2})).isEmpty();
        double[] level = new double[50];
        Arrays.fill(level, 7);
        assertThat(EDivisive.changes(level)).isEmpty();
    }

    @Test
    void changes_hundredSeriesOfNoise_areNone() {
        int alarms = 0;
        for (int seed = 0; seed < 100; seed++) {
            alarms += EDivisive.changes(noise(100, seed)).size();
        }

        assertThat(alarms).isZero();
    }

    private static double[] series(int length, int from, double growth) {
        double[] values = noise(length, 1);
        for (int i = from; i < length; i++) {
            values[i] *= 1 + growth;
        }
        return values;
    }

    private static double[] noise(int length, long seed) {
        RandomGenerator random = new RandomStreams(seed).stream("noise");
        return random.doubles(length).map(draw -> 100 + 2 * (draw - 0.5)).toArray();
    }
}
