package dev.agentperf.runtime.docker;

import dev.agentperf.runtime.ContainerException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Programs of this machine that are run to their end. */
final class Command {
    private Command() {}

    /** Runs a program in the current directory; see {@link #lines(List, Path)}. */
    static List<String> lines(List<String> command) throws IOException {
        return lines(command, Path.of("").toAbsolutePath());
    }

    /**
     * Runs a program and returns what it printed, standard error included.
     *
     * @throws ContainerException if it is missing or fails; the message has its last line
     */
    static List<String> lines(List<String> command, Path directory) throws IOException {
        Process process = start(command, directory);
        process.getOutputStream().close();
        List<String> lines;
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines = output.lines().toList();
        }
        int exitCode = await(process);
        if (exitCode != 0) {
            String lastLine = lines.isEmpty() ? "no output" : lines.get(lines.size() - 1);
            throw new ContainerException(command.get(0) + " failed with exit code " + exitCode + ": " + lastLine);
        }
        return lines;
    }

    private static Process start(List<String> command, Path directory) {
        try {
            return new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new ContainerException("cannot run " + command.get(0) + ": " + e.getMessage(), e);
        }
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ContainerException("interrupted while building the agent's image", e);
        }
    }
}
