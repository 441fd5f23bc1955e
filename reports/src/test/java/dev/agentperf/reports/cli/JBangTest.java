package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script for JBang, which compiles it against its dependencies and runs it, as Java does with a source file. */
final class JBangTest {
    private static final Path SCRIPT = Path.of("..", "agentperf.java");

    @TempDir
    private Path directory;

    @Test
    void script_isCompiledAndRun_withItsArgumentsAndExitCode() throws Exception {
        assertThat(java("simulate", "--help")).isZero();
        assertThat(directory.resolve("out.txt")).content().contains("--cold-start");
        assertThat(java("simluate")).isEqualTo(2);
        assertThat(directory.resolve("out.txt")).content().contains("did you mean simulate?");
    }

    @Test
    void script_dependsOnThisVersion() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String version = pom.substring(pom.indexOf("<version>") + "<version>".length(), pom.indexOf("</version>"));

        assertThat(SCRIPT).content().contains("\n//DEPS dev.agentperf:agentperf-reports:" + version + "\n");
    }

    private int java(String... arguments) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder =
                new ProcessBuilder(java, "-cp", classPath, SCRIPT.toRealPath().toString());
        builder.command().addAll(List.of(arguments));
        return builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("out.txt").toFile())
                .start()
                .waitFor();
    }
}
