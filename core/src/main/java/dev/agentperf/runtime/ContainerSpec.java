package dev.agentperf.runtime;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import java.util.List;
import java.util.Map;

/**
 * What container an agent type needs. Immutable; derive a variant with the {@code with} methods.
 *
 * @param type the agent type that it is for
 * @param image the image's name; a runtime without images ignores it
 * @param command the resident agent's command line; empty means the runtime's own resident agent
 * @param limits what it may use
 * @param hardening what it must not do
 * @param environment variables that every container of the type gets
 * @param labels names that the engine keeps with it
 */
public record ContainerSpec(
        AgentType type,
        String image,
        List<String> command,
        ResourceLimits limits,
        Hardening hardening,
        Map<String, String> environment,
        Map<String, String> labels) {

    /** Validates and copies every component. */
    public ContainerSpec {
        requireNonNull(type, "type");
        requireNonNull(limits, "limits");
        requireNonNull(hardening, "hardening");
        if (requireNonNull(image, "image").isBlank()) {
            throw new IllegalArgumentException("image must not be blank");
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        labels = Map.copyOf(labels);
    }

    /** Returns a spec with default limits, strict hardening and the runtime's own resident agent. */
    public static ContainerSpec of(AgentType type, String image) {
        return new ContainerSpec(type, image, List.of(), ResourceLimits.DEFAULT, Hardening.STRICT, Map.of(), Map.of());
    }

    /** Returns this spec with other limits. */
    public ContainerSpec withLimits(ResourceLimits newLimits) {
        return new ContainerSpec(type, image, command, newLimits, hardening, environment, labels);
    }

    /** Returns this spec with another hardening. */
    public ContainerSpec withHardening(Hardening newHardening) {
        return new ContainerSpec(type, image, command, limits, newHardening, environment, labels);
    }

    /** Returns this spec with another command. */
    public ContainerSpec withCommand(List<String> newCommand) {
        return new ContainerSpec(type, image, newCommand, limits, hardening, environment, labels);
    }

    /** Returns this spec with other environment variables. */
    public ContainerSpec withEnvironment(Map<String, String> newEnvironment) {
        return new ContainerSpec(type, image, command, limits, hardening, newEnvironment, labels);
    }

    /** Returns this spec with other labels. */
    public ContainerSpec withLabels(Map<String, String> newLabels) {
        return new ContainerSpec(type, image, command, limits, hardening, environment, newLabels);
    }
}
