package dev.agentperf.checkpoint;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest state of every agent in a directory, one memory-mapped file each.
 *
 * <p>A state is committed as a whole or not at all: whatever happens during {@link #save} (the process is killed, the
 * disk is full, with {@link Durability#DURABLE} the machine loses power), {@link #load} returns that state or the one
 * before. Every state is checked by CRC32C when it is read.
 *
 * <p>Thread-safe; saves of different agents mostly run at the same time. One store object owns its directory until
 * {@link #close}; the lock is released by the system if the process ends.
 */
public final class CheckpointStore implements AutoCloseable {

    /** The longest agent id, in bytes of UTF-8. */
    public static final int MAX_ID_BYTES = 1024;

    /** The largest state: two of them and three pages must fit into one mapping of less than 2 GiB. */
    public static final int MAX_STATE_BYTES = (1 << 30) - (1 << 16);

    /* Mappings cost address space and one of the system's 65,530 map areas each; the least used files are closed. */
    private static final int MAX_OPEN_FILES = 1024;
    private static final int STRIPES = 64;

    private final StoreDirectory directory;
    private final Durability durability;
    private final Cache<String, SlotFile> open = Caffeine.newBuilder()
            .maximumSize(MAX_OPEN_FILES)
            .executor(Runnable::run)
            .build();

    /* A file is used only under its agent's stripe, so it does not matter when the cache drops it: the next user maps the
     * same pages again. */
    private final Lock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);
    private volatile boolean closed;

    private CheckpointStore(StoreDirectory directory, Durability durability) {
        this.directory = directory;
        this.durability = durability;
    }

    /**
     * Opens a store, creating the directory where it does not exist.
     *
     * @throws StoreLockedException if the directory is open in another store object or process
     * @throws CheckpointException if the directory cannot be used
     */
    public static CheckpointStore open(Path directory, Durability durability) {
        requireNonNull(durability, "durability");
        try {
            return new CheckpointStore(StoreDirectory.acquire(directory), durability);
        } catch (IOException unusable) {
            throw new CheckpointException("checkpoint directory must be writable: " + directory, unusable);
        }
    }

    /**
     * Commits a state of an agent in place of the one before.
     *
     * @param state what remains in the buffer, whose position is not changed; at most {@link #MAX_STATE_BYTES}
     * @return the epoch: how many states of this agent were committed, this one included; a state that equals the
     *     newest one is not written again and keeps its epoch
     * @throws StoreFullException if the disk has no room
     * @throws CheckpointDamagedException if the agent's file is not a checkpoint of it any more; {@link #delete} it
     *     first
     * @throws CheckpointVersionException if a newer version of this library wrote the agent's file
     */
    public long save(String agentId, ByteBuffer state) {
        return save(agentId, state, 1);
    }

    private long save(String agentId, ByteBuffer state, long leastEpoch) {
        ByteBuffer view = state.duplicate();
        if (view.remaining() > MAX_STATE_BYTES) {
            throw new IllegalArgumentException(
                    "state must have at most " + MAX_STATE_BYTES + " bytes, had " + view.remaining());
        }
        return locked(agentId, SlotFile.fileBytes(view.remaining()), () -> {
            SlotFile file = find(agentId);
            if (file != null && file.fits(view.remaining())) {
                return file.write(directory.pathOf(agentId), view, leastEpoch, durability);
            }
            long epoch = Math.max(leastEpoch, file == null ? 1 : file.epoch() + 1);
            open.put(agentId, directory.replace(agentId, view, epoch, durability));
            return epoch;
        });
    }

    /**
     * Returns the newest whole state of an agent; empty where it was never saved, or deleted.
     *
     * @throws CheckpointDamagedException if there is a file but no whole state in it
     * @throws CheckpointVersionException if a newer version of this library wrote the file
     */
    public Optional<Checkpoint> load(String agentId) {
        return locked(agentId, 0, () -> {
            SlotFile file = find(agentId);
            if (file == null) {
                return Optional.empty();
            }
            ByteBuffer state = file.read();
            if (state == null) {
                throw new CheckpointDamagedException(
                        "checkpoint must have a whole slot, had none in " + directory.pathOf(agentId));
            }
            return Optional.of(new Checkpoint(agentId, file.epoch(), state));
        });
    }

    /** Forgets an agent, damaged or not; returns whether there was anything to forget. */
    public boolean delete(String agentId) {
        return locked(agentId, 0, () -> {
            open.invalidate(agentId);
            return directory.delete(agentId, durability);
        });
    }

    /**
     * Returns the ids of all agents, sorted. A file that cannot be told whose it is, because its first page is damaged
     * or of a newer version, is not among them but in {@link #unreadable()}.
     */
    public List<String> agents() {
        return entries().stream()
                .map(StoreDirectory.Entry::agentId)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    /** Returns the checkpoint files that cannot be told whose they are, sorted. */
    public List<Path> unreadable() {
        return entries().stream()
                .filter(entry -> entry.agentId() == null)
                .map(StoreDirectory.Entry::file)
                .toList();
    }

    /**
     * Writes the newest state of an agent to a stream, which another store can {@linkplain #importFrom import}.
     *
     * @return false where there is no such agent; nothing is written then
     * @throws CheckpointException if the stream fails
     */
    public boolean exportTo(String agentId, OutputStream target) {
        Optional<Checkpoint> checkpoint = load(agentId);
        checkpoint.ifPresent(found -> CheckpointStream.write(found, target));
        return checkpoint.isPresent();
    }

    /**
     * Reads one agent's state from a stream and commits it, under the epoch that it had or the next one here, whichever
     * is higher.
     *
     * @return what is now stored
     * @throws CheckpointDamagedException if the stream is cut short or altered; nothing is stored then
     * @throws CheckpointVersionException if a newer version of this library wrote the stream
     */
    public Checkpoint importFrom(InputStream source) {
        Checkpoint read = CheckpointStream.read(source);
        long epoch = save(read.agentId(), read.state(), read.epoch());
        return new Checkpoint(read.agentId(), epoch, read.state());
    }

    /**
     * Writes the states that are in memory to the disk and gives their memory up; each is read again when it is next
     * asked for.
     *
     * @return how many agents' states that were
     */
    public long trim() {
        long trimmed = 0;
        for (String agentId : List.copyOf(open.asMap().keySet())) {
            boolean wasOpen = locked(agentId, 0, () -> {
                SlotFile file = open.asMap().remove(agentId);
                if (file != null) {
                    file.force();
                }
                return file != null;
            });
            trimmed += wasOpen ? 1 : 0;
        }
        return trimmed;
    }

    /**
     * Gives the directory up. With {@link Durability#FAST}, what was saved is left to the system to write. Idempotent.
     */
    @Override
    public void close() {
        closed = true;
        open.invalidateAll();
        try {
            directory.release();
        } catch (IOException failed) {
            throw new CheckpointException("checkpoint directory could not be released", failed);
        }
    }

    private @Nullable SlotFile find(String agentId) throws IOException {
        SlotFile mapped = open.getIfPresent(agentId);
        Path path = directory.pathOf(agentId);
        if (mapped == null && Files.exists(path)) {
            mapped = SlotFile.open(path, agentId);
            open.put(agentId, mapped);
        }
        return mapped;
    }

    private List<StoreDirectory.Entry> entries() {
        requireOpen();
        try {
            return directory.entries();
        } catch (IOException failed) {
            throw new CheckpointException("checkpoint directory could not be listed", failed);
        }
    }

    private <T> T locked(String agentId, long neededBytes, FileAction<T> action) {
        Lock stripe = stripes[Math.floorMod(agentId.hashCode(), STRIPES)];
        stripe.lock();
        try {
            requireOpen();
            return action.run();
        } catch (IOException failed) {
            if (directory.isFull(neededBytes)) {
                throw new StoreFullException("disk must have room for the checkpoint of " + agentId, failed);
            }
            throw new CheckpointException("checkpoint of " + agentId + " could not be written or read", failed);
        } finally {
            stripe.unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("checkpoint store must be open, was closed");
        }
    }

    @FunctionalInterface
    private interface FileAction<T> {
        T run() throws IOException;
    }
}
