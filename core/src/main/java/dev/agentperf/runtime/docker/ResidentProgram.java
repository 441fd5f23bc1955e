package dev.agentperf.runtime.docker;

import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.agent.ResidentAgent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What is started in a container to be its resident agent.
 *
 * @param command the program and its arguments
 * @param knowsSockets whether it connects to {@link ResidentAgent#SOCKET}; otherwise it knows standard streams only
 */
record ResidentProgram(List<String> command, boolean knowsSockets) {
    private static final String PYTHON_SOURCE = pythonSource();

    /** Returns the program for a spec: its own command, the Java agent in our image, the Python one in any other. */
    static ResidentProgram of(ContainerSpec spec) {
        if (!spec.command().isEmpty()) {
            return new ResidentProgram(spec.command(), false);
        }
        return new ResidentProgram(isDefault(spec) ? AgentImage.command() : python(), true);
    }

    /** Returns the command that answers one line in a container of a spec. */
    static List<String> once(ContainerSpec spec, String line) {
        return isDefault(spec) ? AgentImage.command("once", line) : python("once", line);
    }

    /** Returns whether a spec asks for the image that this library makes. */
    static boolean isDefault(ContainerSpec spec) {
        return spec.image().equals(AgentImage.NAME);
    }

    /* The source is an argument, so that no file has to be brought into the image. */
    private static List<String> python(String... arguments) {
        List<String> command = new ArrayList<>(List.of("python3", "-u", "-c", PYTHON_SOURCE));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String pythonSource() {
        try (InputStream source = ResidentAgent.class.getResourceAsStream("agent.py")) {
            if (source == null) {
                throw new IllegalStateException("agent.py is missing beside " + ResidentAgent.class.getName());
            }
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
