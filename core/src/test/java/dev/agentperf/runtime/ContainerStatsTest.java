package dev.agentperf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ContainerStatsTest {
    private final ContainerStats earlier = new ContainerStats(1_000, 500, 1, 1);

    @Test
    void share_isWorkOverTime_inPercentOfOneProcessor() {
        assertThat(new ContainerStats(2_000, 750, 1, 1).since(earlier).cpuPercent())
                .hasValue(25);
        assertThat(new ContainerStats(2_000, 2_500, 1, 1).since(earlier).cpuPercent())
                .hasValue(200);
        assertThat(new ContainerStats(2_000, 500, 1, 1).since(earlier).cpuPercent())
                .hasValue(0);
    }

    @Test
    void share_withoutAnyTimeOrWithACountThatBeganAgain_isAbsent() {
        assertThat(new ContainerStats(1_000, 750, 1, 1).since(earlier).cpuPercent())
                .isEmpty();
        assertThat(new ContainerStats(2_000, 499, 1, 1).since(earlier).cpuPercent())
                .isEmpty();
    }

    @Test
    void variants_keepTheRest() {
        ContainerIo io = ContainerIo.UNKNOWN.withNetwork(1, 2).withBlocks(3, 4);

        ContainerStats stats = new ContainerStats(2_000, 750, 7, 8)
                .withPeakMemoryBytes(9)
                .withIo(io)
                .since(earlier);

        assertThat(stats.memoryBytes()).isEqualTo(7);
        assertThat(stats.pids()).isEqualTo(8);
        assertThat(stats.peakMemoryBytes()).hasValue(9);
        assertThat(stats.io()).isEqualTo(io);
        assertThat(stats.atNanos()).isEqualTo(2_000);
    }
}
