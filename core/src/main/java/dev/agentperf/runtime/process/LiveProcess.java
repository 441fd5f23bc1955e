package dev.agentperf.runtime.process;

import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ExecResult;
import dev.agentperf.runtime.host.AgentSession;
import dev.agentperf.runtime.host.LiveContainer;
import dev.agentperf.runtime.host.ProcessTable;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A container of the process runtime.
 *
 * @param container what it is known by
 * @param process the agent's
 * @param premises where it lives
 * @param session what there is with its agent
 */
record LiveProcess(Container container, Process process, Premises premises, AgentSession session)
        implements LiveContainer {

    /* More than a container's processes ever fork between two looks. */
    private static final int SIGNAL_ROUNDS = 5;

    /* Each takes as long as it takes to start a shell. */
    private static final int STOP_ROUNDS = 100;

    /* A signal is on its way when it has been sent: a process stops when it has its turn, which takes a while where many run. */
    /** Stops all processes of the container where they are, and waits until they stand still. */
    void stop() throws IOException {
        int round = 0;
        do {
            signal("STOP");
            round++;
        } while (round < STOP_ROUNDS && isAnyRunning());
    }

    private boolean isAnyRunning() throws IOException {
        return Arrays.stream(premises.processes()).anyMatch(ProcessTable.system()::isRunning);
    }

    /** Lets all processes of the container go on. */
    void goOn() throws IOException {
        signal("CONT");
    }

    private void signal(String name) throws IOException {
        long[] reached = new long[0];
        for (int round = 0; round < SIGNAL_ROUNDS; round++) {
            long[] processes = premises.processes();
            if (Arrays.equals(processes, reached)) {
                return;
            }
            signal(name, processes);
            reached = processes;
        }
    }

    /* By the shell's own `kill`, because a program of that name is not on every machine. */
    private static void signal(String name, long[] processes) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "kill -\"$0\" \"$@\"", name));
        Arrays.stream(processes).mapToObj(Long::toString).forEach(command::add);
        await(new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Runs a program beside the agent and waits for its end, not for the end of what it leaves running. */
    ExecResult execute(List<String> command) throws IOException {
        File output = premises.nextOutput();
        try {
            ProcessBuilder builder =
                    premises.command(command).redirectErrorStream(true).redirectOutput(output);
            builder.environment().putAll(session.variables());
            Process started = builder.start();
            if (!process.isAlive()) {
                started.destroyForcibly();
            }
            started.getOutputStream().close();
            int exitCode = await(started);
            return new ExecResult(exitCode, Files.readString(output.toPath(), StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(output.toPath());
        }
    }

    @Override
    public void destroy() throws IOException {
        process.destroyForcibly();
        premises.endProcesses();
        await(process);
        // What was started meanwhile is either found now, or finds the agent dead and ends itself.
        premises.endProcesses();
        premises.delete();
    }

    private static int await(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContainerException("interrupted while waiting for process " + process.pid(), e);
        }
    }
}
