package dev.agentperf.checkpoint;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What says that a slot holds a state: written after the state, in a page of its own, so that a torn write of one
 * header cannot reach the other.
 *
 * @param epoch how many states of the agent were committed, this one included; at least 1
 * @param length of the state in bytes
 * @param stateCrc CRC32C of the state
 */
record SlotHeader(long epoch, int length, int stateCrc) {
    static final int BYTES = 20;

    void writeTo(ByteBuffer target, int offset) {
        target.putLong(offset, epoch);
        target.putInt(offset + 8, length);
        target.putInt(offset + 12, stateCrc);
        target.putInt(offset + 16, Checksum.of(target, offset, BYTES - Integer.BYTES));
    }

    /** Reads a header; null where there is none or a damaged one. */
    static @Nullable SlotHeader read(ByteBuffer source, int offset, int slotBytes) {
        SlotHeader header =
                new SlotHeader(source.getLong(offset), source.getInt(offset + 8), source.getInt(offset + 12));
        boolean whole = source.getInt(offset + 16) == Checksum.of(source, offset, BYTES - Integer.BYTES);
        return whole && header.epoch >= 1 && header.length >= 0 && header.length <= slotBytes ? header : null;
    }
}
