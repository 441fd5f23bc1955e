package dev.agentperf.reports.gate.run;

import dev.agentperf.time.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A command in a process of its own, which does not outlive this one. */
final class ChildJvm {
    private ChildJvm() {}

    /**
     * Runs a command to its end.
     *
     * @param log where it prints
     * @return its exit code
     * @throws InterruptedException if the caller was interrupted or this process is ending; the command has been ended
     */
    static int run(List<String> command, Path directory, Path log) throws InterruptedException {
        Process process = start(command, directory, log);
        Thread atExit = Workers.daemonThreads("gate-end").newThread(() -> end(process));
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
            try {
                return process.waitFor();
            } finally {
                Runtime.getRuntime().removeShutdownHook(atExit);
            }
        } catch (IllegalStateException ending) {
            // Hooks are refused by now. One of them may have ended the command, so that its exit code means nothing.
            throw new InterruptedException("this process is ending");
        } finally {
            end(process);
        }
    }

    private static Process start(List<String> command, Path directory, Path log) {
        try {
            return new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /* JMH's own forks first: they would live on without the process that reads them. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
