package dev.agentperf.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A directory of checkpoint files that this object alone may write to. Thread-safe. */
final class StoreDirectory {
    private static final String LOCK_FILE = "store.lock";
    private static final String DRAFT_SUFFIX = ".draft";

    private final Path directory;
    private final FileChannel lockChannel;

    private StoreDirectory(Path directory, FileChannel lockChannel) {
        this.directory = directory;
        this.lockChannel = lockChannel;
    }

    /** Creates the directory where it does not exist, locks it, and removes what a killed writer left unfinished. */
    static StoreDirectory acquire(Path directory) throws IOException {
        Files.createDirectories(directory);
        FileChannel channel =
                FileChannel.open(directory.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!tryLock(channel)) {
            channel.close();
            throw new StoreLockedException("checkpoint directory must have one owner, has another: " + directory);
        }
        StoreDirectory owned = new StoreDirectory(directory, channel);
        for (Path draft : owned.list("*" + DRAFT_SUFFIX)) {
            Files.deleteIfExists(draft);
        }
        return owned;
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    Path pathOf(String agentId) {
        return directory.resolve(AgentFile.name(agentId));
    }

    /**
     * Makes a new file for an agent and puts it in place of the old one once it is whole; until then the old one
     * counts.
     */
    SlotFile replace(String agentId, ByteBuffer state, long epoch, Durability durability) throws IOException {
        Path path = pathOf(agentId);
        Path draft = directory.resolve(AgentFile.name(agentId) + DRAFT_SUFFIX);
        try {
            SlotFile file = SlotFile.create(draft, agentId, state, epoch, durability);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
            force(durability);
            return file;
        } catch (IOException failed) {
            Files.deleteIfExists(draft);
            throw failed;
        }
    }

    boolean delete(String agentId, Durability durability) throws IOException {
        boolean existed = Files.deleteIfExists(pathOf(agentId));
        force(durability);
        return existed;
    }

    /** Returns every checkpoint file, sorted, with the id that it names, null where that cannot be told. */
    List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        ByteBuffer page = ByteBuffer.allocateDirect(FileHeader.PAGE_BYTES);
        for (Path file : list("*" + AgentFile.SUFFIX)) {
            entries.add(new Entry(file, agentOf(file, page.clear())));
        }
        return entries;
    }

    record Entry(Path file, @Nullable String agentId) {}

    private static @Nullable String agentOf(Path file, ByteBuffer page) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (page.hasRemaining() && channel.read(page) >= 0) {
                // until the page is full or the file ends
            }
        }
        page.flip();
        try {
            FileHeader header = FileHeader.read(page, file);
            return header == null ? null : header.agentId();
        } catch (CheckpointVersionException newer) {
            return null;
        }
    }

    boolean isFull(long neededBytes) {
        try {
            return Files.getFileStore(directory).getUsableSpace() < neededBytes;
        } catch (IOException unknown) {
            return false;
        }
    }

    void release() throws IOException {
        lockChannel.close();
    }

    private List<Path> list(String glob) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, glob)) {
            found.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    /* A file's name is on disk only when its directory is. */
    private void force(Durability durability) throws IOException {
        if (durability == Durability.DURABLE) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
