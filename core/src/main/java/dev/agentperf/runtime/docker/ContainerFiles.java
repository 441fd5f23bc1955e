package dev.agentperf.runtime.docker;

import dev.agentperf.runtime.host.AgentListener;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The directory of this machine that one container sees: the socket of its agent, until that has connected. Nobody but
 * the container gets there, because the directory above it is private. Thread-safe.
 */
final class ContainerFiles implements Closeable {
    private static final String SOCKET = "agent.sock";

    private final @Nullable Path directory;

    private ContainerFiles(@Nullable Path directory) {
        this.directory = directory;
    }

    /** Returns what a container has that shares no directory. */
    static ContainerFiles none() {
        return new ContainerFiles(null);
    }

    /** Creates the directory for one container. */
    static ContainerFiles createIn(Path parent) throws IOException {
        Path directory = Files.createTempDirectory(parent, "c");
        // The container's user is not ours: it may look for the socket and write to it, and do nothing else.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        return new ContainerFiles(directory);
    }

    /** Listens for the agent. Only where there is a directory. */
    AgentListener listen() throws IOException {
        Path socket = directory().resolve(SOCKET);
        AgentListener listener = AgentListener.open(socket);
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
        return listener;
    }

    /** Returns the directory. Only where there is one. */
    Path directory() {
        if (directory == null) {
            throw new IllegalStateException("this container shares no directory");
        }
        return directory;
    }

    /** Returns the path of the socket below the directory's place in the container. */
    static String socketBelow(String mountPoint) {
        return mountPoint + "/" + SOCKET;
    }

    @Override
    public void close() throws IOException {
        if (directory != null) {
            Files.deleteIfExists(directory.resolve(SOCKET));
            Files.deleteIfExists(directory);
        }
    }
}
