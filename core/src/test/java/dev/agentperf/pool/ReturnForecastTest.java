package dev.agentperf.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReturnForecastTest {
    private static final long SECOND = 1_000_000_000;

    private final ReturnForecast forecast = new ReturnForecast();

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 5", "3, 1", "3, 5", "10, 2"})
    void exponentialUses_haveNoMemory(long awaySeconds, long withinSeconds) {
        double mean = 4;
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 50_000; i++) {
            forecast.cameBack((long) (-Math.log(1 - random.nextDouble()) * mean * SECOND));
        }

        // The last thousand or so count, so the sampling error is some percent.
        assertThat(forecast.comesBack(awaySeconds * SECOND, withinSeconds * SECOND))
                .isCloseTo(1 - Math.exp(-withinSeconds / mean), within(0.08));
    }

    @Test
    void usesOfOneLength_comeBackThen() {
        for (int i = 0; i < 100; i++) {
            forecast.cameBack(10 * SECOND);
        }

        assertThat(forecast.comesBack(SECOND, 2 * SECOND)).isZero();
        assertThat(forecast.comesBack(SECOND, 11 * SECOND)).isEqualTo(1);
    }

    @Test
    void longerAwayThanAnyBefore_promisesNothing() {
        for (int i = 0; i < 100; i++) {
            forecast.cameBack(SECOND);
        }

        assertThat(forecast.comesBack(60 * SECOND, 60 * SECOND)).isZero();
    }

    @Test
    void fewUses_promiseNothing() {
        forecast.cameBack(SECOND);

        assertThat(forecast.comesBack(0, 60 * SECOND)).isZero();
    }
}
