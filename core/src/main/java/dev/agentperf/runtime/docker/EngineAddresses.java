package dev.agentperf.runtime.docker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where a Docker engine may answer on this machine, the likeliest first. */
final class EngineAddresses {
    private static final String UNIX = "unix://";

    private EngineAddresses() {}

    /**
     * Returns the addresses to try.
     *
     * @param environment {@code DOCKER_HOST} in it is a decision and leaves no other choice
     * @param home the user's home directory
     */
    static List<String> of(Map<String, String> environment, Path home) {
        String decided = environment.getOrDefault("DOCKER_HOST", "");
        if (!decided.isBlank()) {
            return List.of(decided);
        }
        List<String> addresses = new ArrayList<>();
        addresses.add(UNIX + "/var/run/docker.sock");
        String runtimeDirectory = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (!runtimeDirectory.isBlank()) {
            addresses.add(UNIX + Path.of(runtimeDirectory, "docker.sock"));
        }
        addresses.add(UNIX + home.resolve(".docker/run/docker.sock"));
        addresses.add(UNIX + "/run/agentperf/docker.sock");
        return List.copyOf(addresses);
    }
}
