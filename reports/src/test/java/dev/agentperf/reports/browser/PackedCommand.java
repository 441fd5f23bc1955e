package dev.agentperf.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The runnable jar, as users have it. */
final class PackedCommand {
    private static final Path JAR = Path.of("target", "agentperf.jar");

    private PackedCommand() {}

    /** Runs it to its end; what it prints is part of the test's own output. */
    static void run(String... arguments) throws IOException, InterruptedException {
        assertThat(JAR).as("package makes it").isRegularFile();
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-jar", JAR.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).inheritIO();
        // What is measured is looked at, not believed: another run of JMH may go on beside it.
        builder.environment().put("JDK_JAVA_OPTIONS", "-Djmh.ignoreLock=true");
        assertThat(builder.start().waitFor()).isZero();
    }
}
