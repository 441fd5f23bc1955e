package dev.agentperf.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ResourceUsageTest {

    @Test
    void of_eachResource_isItsOwnComponent() {
        ResourceUsage usage = new ResourceUsage(1, 2, 3);

        assertThat(usage.of(Resource.CPU)).isEqualTo(1);
        assertThat(usage.of(Resource.MEMORY)).isEqualTo(2);
        assertThat(usage.of(Resource.DURATION)).isEqualTo(3);
    }

    @Test
    void unknown_knowsNothing() {
        assertThat(Resource.values()).noneMatch(ResourceUsage.UNKNOWN::knows);
    }

    @Test
    void negativeUsage_isRefused() {
        assertThatThrownBy(() -> new ResourceUsage(1, -1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("memoryMb must be from 0 to 1.0E15, was -1.0");
    }

    @Test
    void usageBeyondTheMost_isRefused() {
        assertThatThrownBy(() -> new ResourceUsage(1, 1, 1e16))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("durationSeconds must be from 0 to 1.0E15, was 1.0E16");
    }

    @Test
    void infiniteUsage_isRefused() {
        assertThatThrownBy(() -> new ResourceUsage(Double.POSITIVE_INFINITY, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cpuSeconds must be from 0 to 1.0E15, was Infinity");
    }
}
