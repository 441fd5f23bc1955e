package dev.agentperf.runtime.docker;

import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.host.Owner;
import java.util.HashMap;
import java.util.Map;

/**
 * What a container of this library has written on it, from before it exists.
 *
 * @param owner the process that it belongs to
 * @param epoch the runtime within that process; 0 or more
 */
record Labels(Owner owner, long epoch) {
    private static final String DEFAULT_POOL = "default";

    /** Returns all labels of a container. */
    Map<String, String> of(ContainerSpec spec) {
        Map<String, String> labels = new HashMap<>(spec.labels());
        labels.putIfAbsent(DockerRuntime.POOL_LABEL, DEFAULT_POOL);
        labels.put(DockerRuntime.LABEL, "true");
        labels.put(DockerRuntime.TYPE_LABEL, spec.type().name());
        labels.putAll(ofRuntime());
        return labels;
    }

    /** Returns the labels that all containers of this runtime have, and no other's. */
    Map<String, String> ofRuntime() {
        return Map.of(DockerRuntime.OWNER_LABEL, owner.label(), DockerRuntime.EPOCH_LABEL, Long.toString(epoch));
    }
}
