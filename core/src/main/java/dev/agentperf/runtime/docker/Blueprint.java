package dev.agentperf.runtime.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.HostConfig;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.agent.ResidentAgent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A container before the engine has made it.
 *
 * @param spec what the user wants
 * @param image the full name of its image
 * @param program its agent
 * @param way how it is started
 * @param labels whose it is
 */
record Blueprint(ContainerSpec spec, String image, ResidentProgram program, Way way, Labels labels) {
    private static final String MOUNT_POINT = "/agentperf";

    /**
     * Makes the container, without starting it.
     *
     * @return the engine's identifier
     * @throws ContainerException if the engine refuses; the message names the image
     */
    String create(DockerClient client, ContainerFiles files) {
        CreateContainerCmd command = client.createContainerCmd(image)
                .withEntrypoint(program.command())
                .withCmd(List.of())
                .withUser(spec.hardening().user())
                .withEnv(environment())
                .withLabels(labels.of(spec))
                .withStdinOpen(!way.bySocket())
                .withNetworkDisabled(!spec.hardening().network())
                .withHostConfig(host(files));
        if (ResidentProgram.isDefault(spec)) {
            command.withWorkingDir(AgentImage.HOME.toString());
        }
        try {
            return EngineFailure.translating("image " + image, () -> idOf(command));
        } catch (ContainerException e) {
            throw EngineLimits.explain(spec.limits(), e);
        }
    }

    private String idOf(CreateContainerCmd command) {
        try {
            return command.exec().getId();
        } catch (NotFoundException e) {
            throw new ContainerException(
                    "image " + image + " is not on the engine, pull or build it first: " + EngineFailure.reason(e), e);
        }
    }

    private HostConfig host(ContainerFiles files) {
        HostConfig host = HardenedHost.of(spec).withInit(way.withInit());
        return way.bySocket() ? host.withMounts(List.of(HardenedHost.readOnly(files.directory(), MOUNT_POINT))) : host;
    }

    private List<String> environment() {
        Map<String, String> variables = new HashMap<>(spec.environment());
        // Any value marks the processes of this container, whose process 1 no other container sees.
        variables.put(ResidentAgent.MARK, labels.owner().label());
        if (way.bySocket()) {
            variables.put(ResidentAgent.SOCKET, ContainerFiles.socketBelow(MOUNT_POINT));
        }
        return variables.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .toList();
    }
}
