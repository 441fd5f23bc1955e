package dev.agentperf.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A container engine that a test may stop: its own socket, its own data. Needs root, and scripts/start-engine. */
public final class PrivateEngine implements AutoCloseable {
    private static final Path SCRIPT = Path.of("..", "scripts", "start-engine");

    private final Path home;

    private PrivateEngine(Path home) {
        this.home = home;
    }

    /**
     * Starts an engine, or skips the test where none can be started; with {@code -Dagentperf.engine=required} the test
     * fails instead.
     */
    public static PrivateEngine start() throws IOException {
        boolean canRun = "root".equals(System.getProperty("user.name"))
                && Files.isExecutable(SCRIPT)
                && Files.isExecutable(Path.of("/usr/sbin/dockerd"));
        if ("required".equals(System.getProperty("agentperf.engine"))) {
            assertThat(canRun)
                    .as("agentperf.engine is required, and one's own needs root and dockerd")
                    .isTrue();
        }
        assumeThat(canRun).as("an engine of one's own needs root and dockerd").isTrue();
        PrivateEngine engine = new PrivateEngine(Files.createTempDirectory("agentperf-engine-"));
        engine.startAgain();
        return engine;
    }

    /** Returns its address. */
    public String address() {
        return "unix://" + socket();
    }

    /** Starts it after {@link #stop}; returns when it answers. */
    public void startAgain() throws IOException {
        ProcessBuilder script = new ProcessBuilder(SCRIPT.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        script.environment().put("AGENTPERF_ENGINE_SOCKET", socket().toString());
        script.environment().put("AGENTPERF_ENGINE_HOME", home.toString());
        assertThat(script.start().onExit().join().exitValue())
                .as("exit code of %s", SCRIPT)
                .isZero();
    }

    /** Stops it as an administrator would; returns when it is gone. */
    public void stop() throws IOException {
        Path file = home.resolve("dockerd.pid");
        if (Files.exists(file)) {
            ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).ifPresent(daemon -> {
                daemon.destroy();
                daemon.onExit().orTimeout(60, TimeUnit.SECONDS).join();
            });
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        endOrphans();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(PrivateEngine::delete);
        }
    }

    /* An engine that was stopped while it made a container may leave that container's keeper behind, and its mounts. */
    private void endOrphans() throws IOException {
        ProcessHandle.allProcesses().filter(this::isOurs).forEach(keeper -> {
            keeper.descendants().forEach(ProcessHandle::destroyForcibly);
            keeper.destroyForcibly();
            keeper.onExit().join();
        });
        for (String mount : Files.readAllLines(Path.of("/proc/self/mounts"))) {
            String target = mount.split(" ", -1)[1];
            if (target.startsWith(home.toString())) {
                new ProcessBuilder("umount", "--lazy", target).start().onExit().join();
            }
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(home.toString());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path socket() {
        return home.resolve("docker.sock");
    }
}
