package dev.agentperf.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The first page of a checkpoint file, written once: magic, version, slot size, agent id, CRC32C of all that.
 *
 * @param agentId whose state the file holds
 * @param slotBytes the size of each of the two slots; a multiple of the page size
 */
record FileHeader(String agentId, int slotBytes) {
    static final int PAGE_BYTES = 4096;
    static final int VERSION = 1;

    /** "AGPCKPT" and a line break, which a transfer in text mode would destroy. */
    private static final long MAGIC = 0x414750434b50540aL;

    private static final int FIXED_BYTES = Long.BYTES + 3 * Integer.BYTES;

    void writeTo(ByteBuffer page) {
        byte[] id = AgentFile.idBytes(agentId);
        page.putLong(0, MAGIC);
        page.putInt(8, VERSION);
        page.putInt(12, slotBytes);
        page.putInt(16, id.length);
        page.put(FIXED_BYTES, id);
        int end = FIXED_BYTES + id.length;
        page.putInt(end, Checksum.of(page, 0, end));
    }

    /**
     * Reads the header of a file.
     *
     * @return null where the page holds no header that this class wrote
     * @throws CheckpointVersionException if a newer version wrote it
     */
    static @Nullable FileHeader read(ByteBuffer page, Object file) {
        if (page.limit() < PAGE_BYTES || page.getLong(0) != MAGIC) {
            return null;
        }
        int version = page.getInt(8);
        if (version > VERSION) {
            throw new CheckpointVersionException(
                    "checkpoint version must be at most " + VERSION + ", was " + version + " in " + file);
        }
        int idLength = page.getInt(16);
        if (version < 1 || idLength < 1 || idLength > CheckpointStore.MAX_ID_BYTES) {
            return null;
        }
        int end = FIXED_BYTES + idLength;
        if (page.getInt(end) != Checksum.of(page, 0, end)) {
            return null;
        }
        byte[] id = new byte[idLength];
        page.get(FIXED_BYTES, id);
        return new FileHeader(new String(id, UTF_8), page.getInt(12));
    }
}
