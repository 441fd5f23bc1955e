package dev.agentperf.runtime.docker;

import com.github.dockerjava.api.DockerClient;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ExecResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A command that runs beside the resident agent of a container. Thread-safe. */
final class Execution {
    /* What a shell, and the engine, answer for a program that cannot be run or is not there. */
    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;
    private static final String RUNTIME_FAILURE = "OCI runtime exec failed";

    private final DockerClient client;
    private final DockerClient streams;
    private final String container;

    Execution(Engine engine, String container) {
        this.client = engine.client();
        this.streams = engine.streams();
        this.container = container;
    }

    /**
     * Runs a command to its end.
     *
     * @param variables what is in its environment beside what the container has
     * @throws ContainerException if the engine cannot start it
     */
    ExecResult run(List<String> command, Map<String, String> variables) throws IOException {
        String subject = "container " + container + " could not run " + command.get(0);
        return EngineFailure.translating(subject, () -> {
            String id = client.execCreateCmd(container)
                    .withAttachStdout(true)
                    .withAttachStderr(true)
                    .withEnv(variables.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .toList())
                    .withCmd(command.toArray(new String[0]))
                    .exec()
                    .getId();
            String output = outputOf(id);
            Long exitCode = client.inspectExecCmd(id).exec().getExitCodeLong();
            ExecResult result = new ExecResult(exitCode == null ? 0 : exitCode.intValue(), output);
            checkStarted(subject, result);
            return result;
        });
    }

    private String outputOf(String id) {
        FrameText output = new FrameText();
        try {
            streams.execStartCmd(id).exec(output).awaitCompletion();
            return output.text();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContainerException("interrupted while a command ran in container " + container, e);
        }
    }

    private static void checkStarted(String subject, ExecResult result) {
        boolean suspicious = result.exitCode() == NOT_EXECUTABLE || result.exitCode() == NOT_FOUND;
        if (suspicious && result.output().contains(RUNTIME_FAILURE)) {
            throw new ContainerException(subject + ": " + EngineFailure.oneLine(result.output()));
        }
    }
}
