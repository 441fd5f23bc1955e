package dev.agentperf.runtime.host;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Unix socket on which one resident agent reports.
 *
 * <p>It accepts a single connection and then stops listening, so that nothing else in the container can pass for the
 * agent: the agent is the first process there, and connects before it runs anything. Thread-safe.
 */
public final class AgentListener implements Closeable {
    private final ServerSocketChannel server;
    private final Path socket;

    private AgentListener(ServerSocketChannel server, Path socket) {
        this.server = server;
        this.socket = socket;
    }

    /**
     * Listens on a socket file.
     *
     * @param socket does not exist yet
     * @throws IOException if this system has no Unix sockets, or takes none at that path (about 100 bytes at most)
     */
    public static AgentListener open(Path socket) throws IOException {
        ServerSocketChannel server;
        try {
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        } catch (UnsupportedOperationException e) {
            throw new IOException("this system has no Unix sockets", e);
        }
        try {
            server.bind(UnixDomainSocketAddress.of(socket), 1);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        return new AgentListener(server, socket);
    }

    /**
     * Waits for the agent, and stops listening.
     *
     * @throws IOException if the listener was closed before the agent reported
     */
    public AgentLink accept() throws IOException {
        try (this) {
            SocketChannel agent = server.accept();
            return new AgentLink(agent, agent);
        }
    }

    /** Stops listening and ends a waiting {@link #accept}. Idempotent. */
    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
    }
}
