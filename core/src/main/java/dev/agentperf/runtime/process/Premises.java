package dev.agentperf.runtime.process;

import dev.agentperf.runtime.agent.MarkedProcesses;
import dev.agentperf.runtime.agent.ResidentAgent;
import dev.agentperf.runtime.host.OwnedDirectory;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One container's place on this machine: a private directory, and the mark that its processes carry. Thread-safe.
 *
 * <pre>
 * agentperf-process-123/owner            the process whose containers these are
 * agentperf-process-123/c45              one container
 * agentperf-process-123/c45/agent.sock   the agent's socket, until it has connected
 * agentperf-process-123/c45/agent.err    what the agent complained about
 * agentperf-process-123/c45/exec-1.out   what a command beside it printed, while it runs
 * agentperf-process-123/c45/tmp          the one directory for the container's own files
 * </pre>
 */
final class Premises {
    private static final String PREFIX = "c";
    private static final int END_ROUNDS = 20;
    private static final long END_MILLIS = 1000;

    private final String mark;
    private final Path directory;
    private final Map<String, String> environment;
    private final AtomicInteger outputs = new AtomicInteger();

    private Premises(Path parent, Path directory, Map<String, String> environment) {
        this.mark = parent.getFileName() + "-" + directory.getFileName();
        this.directory = directory;
        this.environment = environment;
    }

    /** Creates the place of one container in the directory of its runtime. */
    static Premises createIn(Path parent, Map<String, String> environment) throws IOException {
        Path directory = Files.createTempDirectory(parent, PREFIX);
        Files.createDirectory(directory.resolve("tmp"));
        return new Premises(parent, directory, environment);
    }

    /** Ends every process of the containers in the directory of a runtime that nobody runs any more. */
    static void endAllIn(Path parent) throws IOException {
        try (DirectoryStream<Path> containers = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path each : containers) {
                new Premises(parent, each, Map.of()).endProcesses();
            }
        }
    }

    /** Returns a name that no other container on this machine has. */
    String mark() {
        return mark;
    }

    Path socket() {
        return directory.resolve("agent.sock");
    }

    File errors() {
        return directory.resolve("agent.err").toFile();
    }

    private File writable() {
        return directory.resolve("tmp").toFile();
    }

    /** Returns a process to be started here, with the environment of the container and nothing of this process's. */
    ProcessBuilder command(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(writable());
        Map<String, String> variables = builder.environment();
        String path = variables.get("PATH");
        variables.clear();
        if (path != null) {
            variables.put("PATH", path);
        }
        variables.put("HOME", writable().getPath());
        variables.put("TMPDIR", writable().getPath());
        variables.putAll(environment);
        variables.put(ResidentAgent.SOCKET, socket().toString());
        variables.put(ResidentAgent.MARK, mark());
        variables.put(ResidentAgent.WRITABLE, writable().getPath());
        return builder;
    }

    /** Returns a file that does not exist yet, for the output of one command. */
    File nextOutput() {
        return directory.resolve("exec-" + outputs.incrementAndGet() + ".out").toFile();
    }

    /** Returns the last line that the agent wrote to standard error; empty if there is none. */
    String lastError() throws IOException {
        if (!errors().exists()) {
            return "";
        }
        List<String> lines = Files.readAllLines(errors().toPath());
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    /** Returns the container's processes, the agent's among them. */
    long[] processes() throws IOException {
        return new MarkedProcesses(mark(), writable()).processes();
    }

    /** Ends every process of the container, and what those start meanwhile. */
    void endProcesses() throws IOException {
        long[] processes = processes();
        for (int round = 0; round < END_ROUNDS && processes.length > 0; round++) {
            for (long process : processes) {
                ProcessHandle.of(process).ifPresent(Premises::end);
            }
            processes = processes();
        }
    }

    private static void end(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit()
                .completeOnTimeout(process, END_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }

    /** Ends every process and deletes every file. */
    void delete() throws IOException {
        endProcesses();
        OwnedDirectory.delete(directory);
    }
}
