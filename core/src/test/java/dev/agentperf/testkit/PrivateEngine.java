package dev.agentperf.runtime.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An engine of a test's own, which may be stopped. */
final class PrivateEngine implements AutoCloseable {
    private final Path home;

    private PrivateEngine(Path home) {
        this.home = home;
    }

    /** Starts one, or skips the test where this machine or user cannot. */
    static PrivateEngine start() throws IOException {
        PrivateEngine engine = new PrivateEngine(Files.createTempDirectory("engine-"));
        if (!Files.isExecutable(script()) || !canRun()) {
            TestEngine.skip("an engine of one's own needs root and dockerd");
        }
        engine.startAgain();
        return engine;
    }

    private static boolean canRun() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/sbin/dockerd"));
    }

    private static Path script() {
        return Path.of("..", "scripts", "start-engine").toAbsolutePath().normalize();
    }

    String address() {
        return "unix://" + home.resolve("d.sock");
    }

    /** Starts it, and returns when it answers. */
    void startAgain() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(script().toString()));
        builder.environment()
                .put("AGENTPERF_ENGINE_SOCKET", home.resolve("d.sock").toString());
        builder.environment().put("AGENTPERF_ENGINE_HOME", home.resolve("h").toString());
        Process start = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (start.onExit().join().exitValue() != 0) {
            throw new IOException("the private engine did not start");
        }
    }

    /** Stops it with all its containers, and returns when it has ended. */
    void stop() throws IOException {
        long process =
                Long.parseLong(Files.readString(home.resolve("h/dockerd.pid")).strip());
        ProcessHandle.of(process).ifPresent(engine -> {
            engine.destroy();
            engine.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        });
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(home.resolve("h/dockerd.pid"))) {
            stop();
        }
        // What an engine leaves is mounted here and there; the program knows to look.
        Command.lines(List.of("rm", "-rf", home.toString()));
    }
}
