package dev.agentperf.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

final class ProcessMemoryTest {
    private static final long HELD_BYTES = 256L << 20;

    private byte[][] held = new byte[0][];

    @Test
    void read_thisProcess_isPlausible() {
        MemoryReading reading = MemorySource.ofThisProcess().read();

        assertThat(reading.residentBytes()).isBetween(10L << 20, reading.physicalBytes());
        assertThat(reading.liveHeapBytes()).isBetween(1L, reading.maxHeapBytes());
        assertThat(reading.committedHeapBytes()).isBetween(1L, reading.maxHeapBytes());
        assertThat(reading.usedShare()).isBetween(0.0, 1.0);
    }

    /**
     * 256 MiB are held over one collection and dropped before the next. The JVM reports collections a little later, so
     * the first reading may be of one in the middle of the allocation, short of it by what else is live: some 20 MiB in
     * a test's JVM.
     */
    @Test
    void read_afterACollection_isWhatSurvivedIt() {
        MemorySource source = MemorySource.ofThisProcess();
        held = new byte[256][1 << 20];

        collectUntil(() -> source.read().liveHeapBytes() >= HELD_BYTES);
        long holding = source.read().liveHeapBytes();
        held = new byte[0][];
        collectUntil(() -> source.read().liveHeapBytes() <= holding - HELD_BYTES * 3 / 4);

        assertThat(held).isEmpty();
        assertThat(holding).isGreaterThanOrEqualTo(HELD_BYTES);
        assertThat(source.read().liveHeapBytes()).isLessThanOrEqualTo(holding - HELD_BYTES * 3 / 4);
    }

    private static void collectUntil(BooleanSupplier seen) {
        for (int round = 0; round < 50 && !seen.getAsBoolean(); round++) {
            System.gc();
        }
    }
}
