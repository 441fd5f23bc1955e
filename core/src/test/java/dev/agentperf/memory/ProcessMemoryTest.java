package dev.agentperf.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

final class ProcessMemoryTest {
    private byte[][] held = new byte[0][];

    @Test
    void read_thisProcess_isPlausible() {
        MemoryReading reading = MemorySource.ofThisProcess().read();

        assertThat(reading.residentBytes()).isBetween(10L << 20, reading.physicalBytes());
        assertThat(reading.liveHeapBytes()).isBetween(1L, reading.maxHeapBytes());
        assertThat(reading.committedHeapBytes()).isBetween(1L, reading.maxHeapBytes());
        assertThat(reading.usedShare()).isBetween(0.0, 1.0);
    }

    /** 64 MiB are held over one collection and dropped before the next. The JVM reports collections a little later. */
    @Test
    void read_afterACollection_isWhatSurvivedIt() {
        MemorySource source = MemorySource.ofThisProcess();
        held = new byte[64][1 << 20];

        collectUntil(() -> source.read().liveHeapBytes() >= 64L << 20);
        long holding = source.read().liveHeapBytes();
        held = new byte[0][];
        collectUntil(() -> source.read().liveHeapBytes() <= holding - (60L << 20));

        assertThat(held).isEmpty();
        assertThat(holding).isGreaterThanOrEqualTo(64L << 20);
        assertThat(source.read().liveHeapBytes()).isLessThanOrEqualTo(holding - (60L << 20));
    }

    private static void collectUntil(BooleanSupplier seen) {
        for (int round = 0; round < 50 && !seen.getAsBoolean(); round++) {
            System.gc();
        }
    }
}
