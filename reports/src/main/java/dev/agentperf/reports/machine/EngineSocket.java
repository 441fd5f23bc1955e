package dev.agentperf.reports.machine;

import dev.agentperf.reports.model.Environment;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Looks for an engine's socket where Docker's own client looks: {@code DOCKER_HOST}, else {@code /var/run/docker.sock}.
 * It connects and asks nothing, so that no engine can keep it waiting. Thread-safe.
 */
public final class EngineSocket implements EngineProbe {
    private static final String SCHEME = "unix://";
    private static final String DEFAULT = SCHEME + "/var/run/docker.sock";

    private final String host;

    private EngineSocket(String host) {
        this.host = host;
    }

    /** Returns a probe that reads {@code DOCKER_HOST} in that environment. */
    public static EngineProbe of(Map<String, String> environment) {
        String host = environment.getOrDefault("DOCKER_HOST", "");
        return new EngineSocket(host.isBlank() ? DEFAULT : host.strip());
    }

    @Override
    public Answer ask() {
        if (!host.startsWith(SCHEME)) {
            return new Answer(null, host + " is not a Unix socket and was not tried");
        }
        Path socket = Path.of(host.substring(SCHEME.length()));
        if (!Files.exists(socket)) {
            return new Answer(null, "none: " + socket + " does not exist");
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return new Answer(new Environment.Engine("docker", ""), "accepts connections at " + socket);
        } catch (IOException e) {
            return new Answer(null, "none: " + socket + " refuses: " + e.getMessage());
        }
    }
}
