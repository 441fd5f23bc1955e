package dev.agentperf.runtime.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.agentperf.runtime.RuntimeUnavailableException;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection to an engine that has answered. Thread-safe.
 *
 * @param address where it is
 * @param version what it calls itself
 * @param client asks what it answers within a limited time
 * @param streams asks what may stay silent for hours: an attached agent, events, a command in a container
 * @param turns for whoever starts or ends a container
 */
record Engine(URI address, String version, DockerClient client, DockerClient streams, EngineTurns turns)
        implements Closeable {
    /** Within what time an engine that works ends a container, which is the longest of its commands. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(1);

    /* Every open statistics stream and every attached agent holds a connection for as long as its container lives. */
    private static final int MAX_CONNECTIONS = 16_384;
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration FIRST_ANSWER_TIMEOUT = Duration.ofSeconds(5);

    /**
     * Connects to the first engine that answers.
     *
     * @throws RuntimeUnavailableException if none does; the message names what was tried, in one line
     */
    static Engine connect(List<String> addresses) {
        return connect(addresses, ANSWER_TIMEOUT);
    }

    /** Connects to the first engine that answers, and later gives up on a command after a time. */
    static Engine connect(List<String> addresses, Duration answerTimeout) {
        List<String> tried = new ArrayList<>();
        for (String address : addresses) {
            try {
                return open(address, greet(address), answerTimeout);
            } catch (IOException | RuntimeException e) {
                tried.add(address + " (" + rootReason(e) + ")");
            }
        }
        throw new RuntimeUnavailableException("no Docker engine answers; tried " + String.join(", ", tried));
    }

    /** Asks for any answer. */
    void ping() {
        EngineFailure.translating("engine at " + address, () -> client.pingCmd().exec());
    }

    /** What an engine tells of itself. */
    private record Self(String version, int processors) {}

    private static Self greet(String address) throws IOException {
        DefaultDockerClientConfig config = config(address);
        try (DockerClient client = client(config, http(config).responseTimeout(FIRST_ANSWER_TIMEOUT))) {
            return new Self(String.valueOf(client.versionCmd().exec().getVersion()), processors(client));
        }
    }

    /* A proxy before the engine may not let this question through: then it is taken for one like this machine. */
    private static int processors(DockerClient client) {
        try {
            Integer told = client.infoCmd().exec().getNCPU();
            return told == null ? Runtime.getRuntime().availableProcessors() : told;
        } catch (RuntimeException notTold) {
            return Runtime.getRuntime().availableProcessors();
        }
    }

    private static Engine open(String address, Self self, Duration answerTimeout) {
        DefaultDockerClientConfig config = config(address);
        return new Engine(
                config.getDockerHost(),
                self.version(),
                client(config, http(config).responseTimeout(answerTimeout)),
                client(config, http(config)),
                new EngineTurns(self.processors()));
    }

    /* No API version: the engine then answers in its own newest one, and docker-java reads what it knows of that. */
    private static DefaultDockerClientConfig config(String address) {
        return DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(address)
                .build();
    }

    private static ZerodepDockerHttpClient.Builder http(DefaultDockerClientConfig config) {
        return new ZerodepDockerHttpClient.Builder()
                .dockerHost(config.getDockerHost())
                .sslConfig(config.getSSLConfig())
                .maxConnections(MAX_CONNECTIONS)
                .connectionTimeout(CONNECTION_TIMEOUT);
    }

    private static DockerClient client(DefaultDockerClientConfig config, ZerodepDockerHttpClient.Builder http) {
        return DockerClientImpl.getInstance(config, http.build());
    }

    private static String rootReason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return EngineFailure.reason(root);
    }

    /** Returns whether the engine's containers can be given directories of this machine; it may still refuse. */
    boolean isOnThisMachine() {
        return "unix".equals(address.getScheme());
    }

    @Override
    public void close() throws IOException {
        try (streams) {
            client.close();
        }
    }
}
