package dev.agentperf.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EnvironmentTest {
    @Test
    void commit_standsBehindThePlusSign() {
        assertThat(SampleRun.environment("t").commit()).contains("5b5d1d0");
    }
}
