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
     * (the system writes pages back when it likes; `force` gives no order between ranges): the checksum decides. So
     * DURABLE waits once, for both; it only makes sure that the state before is on the disk when the writing begins.
     *
     * DURABLE writes by calls and not through the mapping, which shows the same pages: to write to a mapped page after it
     * went to the disk takes a fault of the processor, and 256 of those take longer than copying a megabyte.
     *
     * The file's blocks are allocated before it is mapped: a mapped write that finds no room on the disk would end in a
     * fault of the machine instead of an exception. For the same reason a file is never made shorter. */
    private static final int FIRST_SLOT = 3 * PAGE_BYTES;
    private static final int MOST_HEADROOM_BYTES = 4 << 20;
    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(64 * 1024).asReadOnlyBuffer();

    private final MappedByteBuffer map;
    private final int slotBytes;
    private int newestSlot;
    private @Nullable SlotHeader newest;
    private boolean newestIsForced;

    /* The system may take pages for written that it failed to write. */
    private boolean hasFailed;

    private SlotFile(MappedByteBuffer map, int slotBytes) {
        this.map = map;
        this.slotBytes = slotBytes;
    }

    /**
     * Creates a file that holds a state, with room for a somewhat larger one; overwrites what is there.
     *
     * @param durability whether to wait until the file is on disk
     */
    static SlotFile create(Path path, String agentId, ByteBuffer state, long epoch, Durability durability)
            throws IOException {
        int slotBytes = slotBytesFor(state.remaining());
        SlotHeader slot = new SlotHeader(epoch, state.remaining(), Checksum.of(state.duplicate()));
        ByteBuffer headers = ByteBuffer.allocate(FIRST_SLOT);
        new FileHeader(agentId, slotBytes).writeTo(headers);
        slot.writeTo(headers, PAGE_BYTES);
        try (FileChannel channel = FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            writeFully(channel, headers);
            writeFully(channel, state.duplicate());
            long size = FIRST_SLOT + 2L * slotBytes;
            fillWithZeros(channel, size);
            if (durability == Durability.DURABLE) {
                channel.force(true);
            }
            SlotFile file = new SlotFile(channel.map(FileChannel.MapMode.READ_WRITE, 0, size), slotBytes);
            file.newest = slot;
            file.newestIsForced = durability == Durability.DURABLE;
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

    /** Returns how large a file is that is made for a state. */
    static long fileBytes(int stateBytes) {
        return FIRST_SLOT + 2L * slotBytesFor(stateBytes);
    }

    boolean fits(int stateBytes) {
        return stateBytes <= slotBytes;
    }

    /** Waits until all that was written is on the disk. */
    void force() {
        map.force();
        newestIsForced = true;
    }

    /** Returns a copy of the newest whole state; null where there is none. */
    @Nullable
    ByteBuffer read() {
        ByteBuffer copy = copyOfNewest();
        if (copy == null || newest == null || Checksum.of(copy.duplicate()) == newest.stateCrc()) {
            return copy;
        }
        findNewest();
        return copyOfNewest();
    }

    private @Nullable ByteBuffer copyOfNewest() {
        if (newest == null) {
            return null;
        }
        byte[] copy = new byte[newest.length()];
        map.get(stateOffset(newestSlot), copy);
        return ByteBuffer.wrap(copy);
    }

    /**
     * Commits a state as the next epoch; does nothing where it equals the newest one and that is as durable as asked.
     *
     * @param path where this file is
     * @param state what remains in the buffer, which must fit; its position is left alone
     * @param leastEpoch the epoch is at least this
     * @return the epoch of the state
     */
    long write(Path path, ByteBuffer state, long leastEpoch, Durability durability) throws IOException {
        int stateCrc = Checksum.of(state.duplicate());
        SlotHeader current = newest;
        if (current != null && current.epoch() >= leastEpoch && isNewest(state, stateCrc, durability)) {
            return current.epoch();
        }
        SlotHeader header = new SlotHeader(Math.max(leastEpoch, epoch() + 1), state.remaining(), stateCrc);
        commit(path, current == null ? 0 : 1 - newestSlot, header, state, durability);
        return header.epoch();
    }

    private boolean isNewest(ByteBuffer state, int stateCrc, Durability durability) {
        SlotHeader current = newest;
        return current != null
                && (newestIsForced || durability == Durability.FAST)
                && current.stateCrc() == stateCrc
                && map.slice(stateOffset(newestSlot), current.length()).equals(state);
    }

    private void commit(Path path, int slot, SlotHeader header, ByteBuffer state, Durability durability)
            throws IOException {
        if (durability == Durability.FAST) {
            map.put(stateOffset(slot), state, state.position(), header.length());
            header.writeTo(map, headerOffset(slot));
        } else {
            commitToDisk(path, slot, header, state);
        }
        newestSlot = slot;
        newest = header;
        newestIsForced = durability == Durability.DURABLE;
    }

    private void commitToDisk(Path path, int slot, SlotHeader header, ByteBuffer state) throws IOException {
        boolean isSlotOnDisk = !hasFailed;
        hasFailed = true;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            if (!newestIsForced) {
                channel.force(false);
            }
            if (isSlotOnDisk) {
                writeChangedPages(channel, stateOffset(slot), state);
            } else {
                writeFully(channel.position(stateOffset(slot)), state.duplicate());
            }
            ByteBuffer written = ByteBuffer.allocate(SlotHeader.BYTES);
            header.writeTo(written, 0);
            writeFully(channel.position(headerOffset(slot)), written);
            channel.force(false);
        }
        hasFailed = false;
    }

    /* Every page that is written goes to the disk, changed or not. */
    private void writeChangedPages(FileChannel channel, int offset, ByteBuffer state) throws IOException {
        int length = state.remaining();
        int from = 0;
        while (from < length) {
            int to = from;
            while (to < length && isChanged(offset, state, to)) {
                to += PAGE_BYTES;
            }
            if (to > from) {
                ByteBuffer pages = state.slice(state.position() + from, Math.min(to, length) - from);
                writeFully(channel.position(offset + from), pages);
            }
            from = to + PAGE_BYTES;
        }
    }

    private boolean isChanged(int offset, ByteBuffer state, int page) {
        int length = Math.min(PAGE_BYTES, state.remaining() - page);
        return map.slice(offset + page, length).mismatch(state.slice(state.position() + page, length)) >= 0;
    }

    private int headerOffset(int slot) {
        return (1 + slot) * PAGE_BYTES;
    }

    private int stateOffset(int slot) {
        return FIRST_SLOT + slot * slotBytes;
    }

    /* Up to a quarter more than asked, so that a state that grows little by little does not need a new file each time. */
    private static int slotBytesFor(int stateBytes) {
        int headroom = Math.min(stateBytes / 4, MOST_HEADROOM_BYTES);
        int roomy = Math.min(stateBytes + headroom, CheckpointStore.MAX_STATE_BYTES);
        int pages = Math.max(1, (Math.max(stateBytes, roomy) + PAGE_BYTES - 1) / PAGE_BYTES);
        return pages * PAGE_BYTES;
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            int unused = channel.write(bytes);
        }
    }

    private static void fillWithZeros(FileChannel channel, long size) throws IOException {
        while (channel.position() < size) {
            ByteBuffer chunk = ZEROS.duplicate();
            chunk.limit((int) Math.min(chunk.capacity(), size - channel.position()));
            writeFully(channel, chunk);
        }
    }
}
