package dev.agentperf.reports.gate.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SteadyStateTest {
    @Test
    void start_warmupThenLevel_isTheLevelsFirstWindow() {
        assertThat(SteadyState.start(new double[] {300, 180, 120, 100, 101, 100, 99, 100, 101}))
                .hasValue(3);
    }

    @Test
    void start_slowButOnlyFalling_isNotSteady() {
        assertThat(SteadyState.start(new double[] {103, 102.5, 102, 101.5, 101, 100.5, 100}))
                .isEmpty();
    }

    @Test
    void start_noisy_isNotSteady() {
        assertThat(SteadyState.start(new double[] {100, 110, 90, 110, 90, 110, 90, 110}))
                .isEmpty();
    }

    @Test
    void start_fewerThanSixWindows_isNotSteady() {
        assertThat(SteadyState.start(new double[] {100, 101, 100, 101, 100})).isEmpty();
    }
}
