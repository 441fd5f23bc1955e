package dev.agentperf.checkpoint;

import static dev.agentperf.checkpoint.FileHeader.PAGE_BYTES;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One agent's file in memory: a header page, the pages of the two slot headers, and the two slots.
 *
 * <p>Not thread-safe.
 */
final class SlotFile {
    /* Why no crash can lose a committed state
     *
     * A save writes the slot that does not hold the newest state, then that slot's header with the next epoch and the
     * checksum of the state. Until the new header is whole, and names a state that is whole, the reader takes the other
     * slot, which no save has touched since it was committed. A header and its state may reach the disk in any order
     * (the system writes pages back when it likes; `force` gives no order between ranges): the checksum decides. DURABLE
     * forces the state before it writes the header, so that the newest epoch, once confirmed, is whole on disk.
     *
     * The file's blocks are allocated before it is mapped: a mapped write that finds no room on the disk would end in a
     * fault of the machine instead of an exception. For the same reason a file is never made shorter. */
    private static final int FIRST_SLOT = 3 * PAGE_BYTES;
    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(64 * 1024).asReadOnlyBuffer();

    private final MappedByteBuffer map;
    private final int slotBytes;
    private int newestSlot;
    private @Nullable SlotHeader newest;

    private SlotFile(MappedByteBuffer map, int slotBytes) {
        this.map = map;
        this.slotBytes = slotBytes;
    }

    /** Creates a file whose slots hold {@code stateBytes} at least, with both slots empty; overwrites what is there. */
    static SlotFile create(Path path, String agentId, int stateBytes) throws IOException {
        int slotBytes = slotBytesFor(stateBytes);
        try (FileChannel channel = FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            long size = FIRST_SLOT + 2L * slotBytes;
            allocate(channel, size);
            SlotFile file = new SlotFile(channel.map(FileChannel.MapMode.READ_WRITE, 0, size), slotBytes);
            new FileHeader(agentId, slotBytes).writeTo(file.map);
            return file;
        }
    }

    /**
     * Opens a file and finds its newest whole state.
     *
     * @throws CheckpointDamagedException if the file is not one of this agent, or shorter than it says
     */
    static SlotFile open(Path path, String agentId) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = channel.size();
            if (size < FIRST_SLOT || size > Integer.MAX_VALUE) {
                throw new CheckpointDamagedException(
                        "checkpoint must have at least " + FIRST_SLOT + " bytes, had " + size + " in " + path);
            }
            MappedByteBuffer map = channel.map(FileChannel.MapMode.READ_WRITE, 0, size);
            FileHeader header = FileHeader.read(map, path);
            if (header == null || !header.agentId().equals(agentId)) {
                throw new CheckpointDamagedException("checkpoint must begin with this agent's header in " + path);
            }
            if (size != FIRST_SLOT + 2L * header.slotBytes()) {
                throw new CheckpointDamagedException("checkpoint must have " + (FIRST_SLOT + 2L * header.slotBytes())
                        + " bytes, had " + size + " in " + path);
            }
            SlotFile file = new SlotFile(map, header.slotBytes());
            file.findNewest();
            return file;
        }
    }

    private void findNewest() {
        SlotHeader first = wholeSlot(0);
        SlotHeader second = wholeSlot(1);
        boolean secondIsNewer = second != null && (first == null || second.epoch() > first.epoch());
        newestSlot = secondIsNewer ? 1 : 0;
        newest = secondIsNewer ? second : first;
    }

    private @Nullable SlotHeader wholeSlot(int slot) {
        SlotHeader header = SlotHeader.read(map, headerOffset(slot), slotBytes);
        return header != null && Checksum.of(map, stateOffset(slot), header.length()) == header.stateCrc()
                ? header
                : null;
    }

    /** Returns the epoch of the newest whole state; 0 where there is none. */
    long epoch() {
        return newest == null ? 0 : newest.epoch();
    }

    boolean fits(int stateBytes) {
        return stateBytes <= slotBytes;
    }

    /** Returns a copy of the newest whole state; null where there is none. */
    @Nullable
    ByteBuffer read() {
        if (newest == null) {
            return null;
        }
        byte[] copy = new byte[newest.length()];
        map.get(stateOffset(newestSlot), copy);
        return ByteBuffer.wrap(copy);
    }

    /** Commits a state under an epoch that is higher than {@link #epoch()}; the state must fit. */
    void write(ByteBuffer state, long epoch, Durability durability) {
        int slot = newest == null ? 0 : 1 - newestSlot;
        int length = state.remaining();
        SlotHeader header = new SlotHeader(epoch, length, Checksum.of(state.duplicate()));
        map.put(stateOffset(slot), state, state.position(), length);
        if (durability == Durability.DURABLE) {
            map.force(stateOffset(slot), length);
        }
        header.writeTo(map, headerOffset(slot));
        if (durability == Durability.DURABLE) {
            map.force(headerOffset(slot), SlotHeader.BYTES);
        }
        newestSlot = slot;
        newest = header;
    }

    /** Waits until all of the file is on disk. */
    void force() {
        map.force();
    }

    private int headerOffset(int slot) {
        return (1 + slot) * PAGE_BYTES;
    }

    private int stateOffset(int slot) {
        return FIRST_SLOT + slot * slotBytes;
    }

    /* A quarter more than asked, so that a state that grows little by little does not need a new file each time. */
    private static int slotBytesFor(int stateBytes) {
        long roomy = Math.min(stateBytes + (long) stateBytes / 4, CheckpointStore.MAX_STATE_BYTES);
        long pages = Math.max(1, (Math.max(stateBytes, roomy) + PAGE_BYTES - 1) / PAGE_BYTES);
        return (int) (pages * PAGE_BYTES);
    }

    private static void allocate(FileChannel channel, long size) throws IOException {
        for (long written = 0; written < size; ) {
            ByteBuffer chunk = ZEROS.duplicate();
            chunk.limit((int) Math.min(chunk.capacity(), size - written));
            written += channel.write(chunk, written);
        }
    }
}
