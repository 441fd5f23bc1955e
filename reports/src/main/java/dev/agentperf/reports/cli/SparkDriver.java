package dev.agentperf.reports.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts a sweep's Spark driver, in a JVM of its own: Spark brings its versions of libraries that are also ours, and
 * whoever does not use it needs none of its jars.
 *
 * @param sparkHome a Spark installation, of which the folder of jars is used
 * @param jar the driver and all of ours that it needs, the module {@code spark} packed
 * @param options for the driver's JVM, {@code -Dspark.executor.memory=2g} for example
 */
record SparkDriver(Path sparkHome, Path jar, List<String> options) {
    private static final String MAIN = "dev.agentperf.spark.cli.Main";

    /**
     * Returns the driver of this installation.
     *
     * @throws IllegalArgumentException if Spark or the driver is missing; the message says what to do
     */
    static SparkDriver find() {
        return find(System.getenv(), ownJar());
    }

    static SparkDriver find(Map<String, String> environment, @Nullable Path ownJar) {
        String home = environment.get("SPARK_HOME");
        if (home == null || !Files.isDirectory(Path.of(home, "jars"))) {
            throw new IllegalArgumentException(
                    "--spark needs SPARK_HOME, the directory of a Spark 4 installation with its jars, "
                            + (home == null ? "which is not set" : "was " + home));
        }
        Path jar = jar(environment.get("AGENTPERF_SPARK_JAR"), ownJar);
        String options = environment.getOrDefault("SPARK_SUBMIT_OPTS", "").strip();
        return new SparkDriver(
                Path.of(home), jar, options.isEmpty() ? List.of() : Arrays.asList(options.split("\\s+", -1)));
    }

    private static Path jar(@Nullable String named, @Nullable Path ownJar) {
        Path jar = named != null
                ? Path.of(named)
                : ownJar == null ? Path.of("") : ownJar.resolveSibling("../../spark/target/agentperf-spark.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException(
                    "--spark needs the driver's jar: build it with mvn -Pspark -DskipTests package, or name it in "
                            + "AGENTPERF_SPARK_JAR");
        }
        return jar.normalize();
    }

    private static @Nullable Path ownJar() {
        try {
            return Path.of(SparkDriver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Runs a sweep, whose output is this process's, and returns the driver's exit code. */
    int run(String master, Path grid, Path out, List<Path> traces) throws IOException, InterruptedException {
        return new ProcessBuilder(command(master, grid, out, traces))
                .inheritIO()
                .start()
                .waitFor();
    }

    List<String> command(String master, Path grid, Path out, List<Path> traces) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", sparkHome.resolve("jars") + "/*" + System.getProperty("path.separator") + jar));
        command.addAll(List.of(MAIN, master, grid.toString(), out.toString()));
        traces.forEach(trace -> command.add(trace.toString()));
        return command;
    }
}
