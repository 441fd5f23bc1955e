package dev.agentperf.runtime.host;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A private directory for temporary files that says whose it is, so that it can be told when it is nobody's any more.
 * Thread-safe.
 */
public final class OwnedDirectory implements Closeable {
    private static final String OWNER = "owner";

    private final Path path;

    private OwnedDirectory(Path path) {
        this.path = path;
    }

    /**
     * Creates a directory of this process among the system's temporary files.
     *
     * @param prefix begins its name
     */
    public static OwnedDirectory create(String prefix) throws IOException {
        Path path = Files.createTempDirectory(prefix);
        Files.writeString(path.resolve(OWNER), Owner.current().label());
        return new OwnedDirectory(path);
    }

    /** What is done before a directory whose owner has ended is deleted. */
    @FunctionalInterface
    public interface Farewell {

        /**
         * Ends what still uses the directory.
         *
         * @throws IOException if something may still use it; it is kept then
         */
        void run(Path directory) throws IOException;
    }

    /**
     * Deletes the directories beside this one that begin with {@code prefix}, belong to this user, and whose owner has
     * certainly ended. What cannot be deleted is left to the next one who tries.
     *
     * @return how many were deleted
     */
    public int reapOthers(String prefix, ProcessTable processes, Farewell farewell) {
        int reaped = 0;
        try (DirectoryStream<Path> others = Files.newDirectoryStream(path.resolveSibling(""), prefix + "*")) {
            for (Path each : others) {
                reaped += isAbandoned(each, processes) && reap(each, farewell) ? 1 : 0;
            }
        } catch (IOException unreadable) {
            return reaped;
        }
        return reaped;
    }

    /* A directory of another user might be a trap: that user could exchange it while it is being deleted. */
    private boolean isAbandoned(Path other, ProcessTable processes) throws IOException {
        try {
            if (!Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(path))) {
                return false;
            }
            Optional<Owner> owner = Owner.parse(Files.readString(other.resolve(OWNER)));
            return owner.isPresent() && owner.get().hasEnded(processes);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    private static boolean reap(Path directory, Farewell farewell) {
        try {
            farewell.run(directory);
            deleteContents(directory);
            delete(directory);
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }

    /* The owner's name goes last: what is left of a deletion that fails still tells whose it was. */
    private static void deleteContents(Path directory) throws IOException {
        try (DirectoryStream<Path> contents = Files.newDirectoryStream(directory)) {
            for (Path each : contents) {
                if (!each.endsWith(OWNER)) {
                    delete(each);
                }
            }
        }
    }

    /** Returns where it is. */
    public Path path() {
        return path;
    }

    /** Deletes it with all that is in it. Idempotent. */
    @Override
    public void close() throws IOException {
        delete(path);
    }

    /**
     * Deletes a directory with all that is in it, links not followed, also where a program took its own right to read
     * away. One that is gone, or going, counts as deleted.
     */
    public static void delete(Path directory) throws IOException {
        if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(directory, new Deletion());
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return FileVisitResult.CONTINUE;
            }
            if (!file.toFile().setReadable(true) || !file.toFile().setExecutable(true)) {
                throw failure;
            }
            Files.walkFileTree(file, this);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
