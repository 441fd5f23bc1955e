package dev.agentperf.runtime.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import java.util.List;
import java.util.Map;

/** Containers of this library whose process has ended without removing them. */
final class Orphans {
    private Orphans() {}

    /** Removes those that certainly have no owner any more. */
    static void remove(DockerClient client) {
        List<Container> ours = client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(DockerRuntime.LABEL, "true"))
                .exec();
        for (Container each : ours) {
            String label = each.getLabels().getOrDefault(DockerRuntime.OWNER_LABEL, "");
            if (Owner.parse(label).filter(Owner::hasEnded).isPresent()) {
                LiveDocker.remove(client, each.getId());
            }
        }
    }
}
