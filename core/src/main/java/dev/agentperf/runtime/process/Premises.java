package dev.agentperf.runtime.process;

import dev.agentperf.runtime.agent.MarkedProcesses;
import dev.agentperf.runtime.agent.ResidentAgent;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One container's place on this machine: a private directory, and the mark that its processes carry. Thread-safe.
 *
 * <pre>
 * agentperf-123/agent.sock   the agent's socket, until it has connected
 * agentperf-123/agent.err    what the agent complained about
 * agentperf-123/exec-1.out   what a command beside it printed, while it runs
 * agentperf-123/tmp          the one directory for the container's own files
 * </pre>
 */
final class Premises {
    private static final int END_ROUNDS = 20;
    private static final long END_MILLIS = 1000;

    private final Path directory;
    private final Map<String, String> environment;
    private final AtomicInteger outputs = new AtomicInteger();

    private Premises(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    static Premises create(Map<String, String> environment) throws IOException {
        Path directory = Files.createTempDirectory("agentperf-");
        Files.createDirectory(directory.resolve("tmp"));
        return new Premises(directory, environment);
    }

    /** Returns a name that no other container on this machine has. */
    String mark() {
        return directory.getFileName().toString();
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
        Files.walkFileTree(directory, new Deletion());
    }

    /** Deletes a directory with all that is in it, also where a program took its own right to read away. */
    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (!file.toFile().setReadable(true) || !file.toFile().setExecutable(true)) {
                throw failure;
            }
            Files.walkFileTree(file, this);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
