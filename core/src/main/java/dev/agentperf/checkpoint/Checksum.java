package dev.agentperf.checkpoint;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** CRC32C (Castagnoli), which processors compute in hardware. */
final class Checksum {
    private Checksum() {}

    static int of(ByteBuffer buffer, int offset, int length) {
        return of(buffer.slice(offset, length));
    }

    /** Returns the checksum of what remains in a buffer, whose position moves to its limit. */
    static int of(ByteBuffer remaining) {
        CRC32C crc = new CRC32C();
        crc.update(remaining);
        return (int) crc.getValue();
    }
}
