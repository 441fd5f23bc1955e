package dev.agentperf.runtime.process;

import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.agent.ResidentAgent;
import dev.agentperf.runtime.host.AgentLink;
import dev.agentperf.runtime.host.AgentListener;
import dev.agentperf.runtime.host.AgentProgram;
import dev.agentperf.runtime.host.AgentSession;
import dev.agentperf.runtime.host.OwnedDirectory;
import dev.agentperf.runtime.host.ProcessTable;
import dev.agentperf.time.Scheduler;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts the process of a container and waits for its first answer. Thread-safe. */
final class ProcessLauncher implements Closeable {
    private static final long END_MILLIS = 1000;

    private static final String PREFIX = "agentperf-process-";

    private final Scheduler scheduler;
    private final OwnedDirectory directory;

    ProcessLauncher(Scheduler scheduler) {
        this.scheduler = scheduler;
        this.directory = createDirectory();
    }

    private static OwnedDirectory createDirectory() {
        try {
            return OwnedDirectory.create(PREFIX);
        } catch (IOException e) {
            throw new ContainerException("no directory for the containers: " + e.getMessage(), e);
        }
    }

    /** Returns where the containers live. */
    Path directory() {
        return directory.path();
    }

    /** Removes what processes that have ended left of their containers, and returns of how many. */
    int reap() {
        return directory.reapOthers(PREFIX, ProcessTable.system(), Premises::endAllIn);
    }

    /** Removes the directory, once all containers are gone. */
    @Override
    public void close() throws IOException {
        directory.close();
    }

    /** Returns the command line of the Java agent. */
    List<String> agentCommand(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(AgentProgram.JVM_OPTIONS);
        command.addAll(List.of("-cp", AgentProgram.location().toString(), AgentProgram.MAIN_CLASS));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Starts a container; nothing of it is left when this fails. */
    LiveProcess launch(ContainerSpec spec) throws IOException {
        Premises premises = Premises.createIn(directory.path(), spec.environment());
        try {
            // A program of the user's own knows standard input and output only.
            AgentListener listener = spec.command().isEmpty() ? listen(premises) : null;
            return listener == null ? overStreams(spec, premises) : overSocket(spec, premises, listener);
        } catch (IOException | RuntimeException e) {
            premises.delete();
            throw e;
        }
    }

    private static @Nullable AgentListener listen(Premises premises) {
        try {
            return AgentListener.open(premises.socket());
        } catch (IOException noUnixSocketsHere) {
            return null;
        }
    }

    private LiveProcess overSocket(ContainerSpec spec, Premises premises, AgentListener listener) throws IOException {
        try (listener) {
            Process process = premises.command(agentCommand())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(premises.errors())
                    .start();
            process.getOutputStream().close();
            CompletableFuture<Void> bell = process.onExit().thenRun(() -> closeQuietly(listener));
            try {
                return ready(spec, premises, process, listener::accept);
            } finally {
                bell.cancel(false);
            }
        }
    }

    private LiveProcess overStreams(ContainerSpec spec, Premises premises) throws IOException {
        List<String> command = spec.command().isEmpty() ? agentCommand() : spec.command();
        ProcessBuilder builder = premises.command(command).redirectError(premises.errors());
        builder.environment().remove(ResidentAgent.SOCKET);
        Process process = builder.start();
        return ready(spec, premises, process, () -> link(process));
    }

    private static AgentLink link(Process process) {
        return AgentLink.over(process.getInputStream(), process.getOutputStream());
    }

    /** How a process that has been started is spoken to. */
    private interface Connecting {
        AgentLink connect() throws IOException;
    }

    private LiveProcess ready(ContainerSpec spec, Premises premises, Process process, Connecting connecting)
            throws IOException {
        Scheduler.Scheduled deadline = scheduler.schedule(ProcessRuntime.CREATION_TIMEOUT, process::destroyForcibly);
        try {
            AgentLink link = connecting.connect();
            AgentSession session =
                    spec.command().isEmpty() ? AgentSession.withResident(link) : AgentSession.withProgram(link);
            return new LiveProcess(new Container(premises.mark(), spec), process, premises, session);
        } catch (IOException e) {
            throw new ContainerException(whyItEnded(process, premises), e);
        } finally {
            deadline.cancel();
        }
    }

    private static String whyItEnded(Process process, Premises premises) throws IOException {
        if (isRunning(process)) {
            premises.endProcesses();
            return "the agent's process closed its conversation before its first answer";
        }
        return "the agent's process ended with exit code " + process.exitValue() + " before its first answer: "
                + premises.lastError();
    }

    private static boolean isRunning(Process process) {
        try {
            return !process.waitFor(END_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void closeQuietly(AgentListener listener) {
        try {
            listener.close();
        } catch (IOException alreadyClosed) {
            // The waiting accept() has ended either way.
        }
    }
}
