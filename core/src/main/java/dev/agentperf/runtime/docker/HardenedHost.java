package dev.agentperf.runtime.docker;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.Hardening;
import dev.agentperf.runtime.ResourceLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The engine's words for a spec's limits and hardening. */
final class HardenedHost {
    private static final double NANO_CPUS = 1e9;

    /* What a container prints goes to the engine's disk; this much at most. */
    private static final Map<String, String> LOG_LIMITS = Map.of("max-size", "256k", "max-file", "1");

    private HardenedHost() {}

    static HostConfig of(ContainerSpec spec) {
        HostConfig host = HostConfig.newHostConfig()
                .withIpcMode("private")
                .withLogConfig(new LogConfig(LogConfig.LoggingType.JSON_FILE, LOG_LIMITS));
        limit(host, spec.limits());
        harden(host, spec.hardening());
        return host;
    }

    private static void limit(HostConfig host, ResourceLimits limits) {
        host.withMemory(limits.memoryBytes())
                // Memory and swap together: as much as memory alone, so no swap.
                .withMemorySwap(limits.memoryBytes())
                .withNanoCPUs(Math.round(limits.cpus() * NANO_CPUS))
                .withPidsLimit((long) limits.pids());
    }

    private static void harden(HostConfig host, Hardening hardening) {
        // The network is disabled besides (see Blueprint), which spares the engine its network controller; this is for
        // those
        // engines that do not know that setting.
        if (!hardening.network()) {
            host.withNetworkMode("none");
        }
        if (!hardening.capabilities()) {
            host.withCapDrop(Capability.ALL);
        }
        if (!hardening.newPrivileges()) {
            host.withSecurityOpts(List.of("no-new-privileges"));
        }
        String tmp = "rw,nosuid,nodev,noexec,mode=1777,size=" + hardening.tmpBytes();
        host.withReadonlyRootfs(!hardening.writableRoot())
                .withTmpFs(Map.of("/tmp", tmp))
                .withShmSize(hardening.tmpBytes());
    }

    /** Returns a directory of this machine as one that a container can read and not write. */
    static Mount readOnly(Path directory, String target) {
        return new Mount()
                .withType(MountType.BIND)
                .withSource(directory.toString())
                .withTarget(target)
                .withReadOnly(true);
    }
}
