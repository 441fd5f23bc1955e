package dev.agentperf.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell launcher, in a made-up checkout with a made-up Java and Maven that tell how they were called. */
final class LauncherTest {
    private static final Path SCRIPT = Path.of("..", "agentperf");

    @TempDir
    Path directory;

    private Path checkout;
    private Path bin;

    @BeforeEach
    void makeCheckout() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "the launcher needs bash");
        checkout = Files.createDirectories(directory.resolve("check out"));
        bin = Files.createDirectories(directory.resolve("bin"));
        Files.copy(SCRIPT, checkout.resolve("agentperf"));
        assertThat(checkout.resolve("agentperf").toFile().setExecutable(true)).isTrue();
        file(checkout.resolve("pom.xml"), "", 1_000);
        file(checkout.resolve("core/src/main/A.java"), "", 1_000);
        file(checkout.resolve("core/pom.xml"), "", 1_000);
        file(checkout.resolve("reports/target/agentperf.jar"), "", 2_000);
        for (String tool : new String[] {"bash", "dirname", "readlink", "sed", "find", "touch", "cat"}) {
            lend(tool);
        }
    }

    @Test
    void java17_isCalledWithoutLaterFlags_fromAnyDirectory_throughLinks() throws Exception {
        java("17.0.15");
        Path link = Files.createSymbolicLink(directory.resolve("link"), checkout.resolve("agentperf"));
        Path second = Files.createSymbolicLink(
                directory.resolve("second"), Path.of(link.getFileName().toString()));

        Result result = launch(second, Map.of(), "run", "a b");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .isEqualTo(
                        "java -jar " + checkout.toRealPath().resolve("reports/target/agentperf.jar") + " run [a b]\n");
    }

    @Test
    void java25_isGrantedWhatItAsksFor() throws Exception {
        java("25");

        assertThat(launch(checkout.resolve("agentperf"), Map.of(), "run").out())
                .startsWith("java --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar ");
    }

    @Test
    void javaOptions_arePassedOn() throws Exception {
        java("17.0.15");

        assertThat(launch(checkout.resolve("agentperf"), Map.of("AGENTPERF_JAVA_OPTS", "-Xmx2g -ea"), "run")
                        .out())
                .startsWith("java -Xmx2g -ea -jar ");
    }

    @Test
    void oldJava_isOneLineAndTwo() throws Exception {
        java("1.8");

        Result result = launch(checkout.resolve("agentperf"), Map.of(), "run");

        assertThat(result)
                .isEqualTo(new Result(
                        2, "", "agentperf: " + bin.resolve("java") + " is Java 1.8, expected 17 or later\n"));
    }

    @Test
    void missingJava_isOneLineAndTwo() throws Exception {
        Result result = launch(checkout.resolve("agentperf"), Map.of(), "run");

        assertThat(result)
                .isEqualTo(new Result(
                        2, "", "agentperf: java not found, expected Java 17 or later on the PATH or in JAVA_HOME\n"));
    }

    @Test
    void wrongJavaHome_isOneLineAndTwo() throws Exception {
        java("17.0.15");

        Result result = launch(checkout.resolve("agentperf"), Map.of("JAVA_HOME", "/nowhere"), "run");

        assertThat(result).isEqualTo(new Result(2, "", "agentperf: JAVA_HOME is /nowhere, which has no bin/java\n"));
    }

    @Test
    void newerSource_isBuiltFirst_andSaysSo() throws Exception {
        java("17.0.15");
        script("mvn", "echo \"mvn in $PWD: $*\"");
        file(checkout.resolve("core/src/main/B.java"), "", 3_000);

        Result result = launch(checkout.resolve("agentperf"), Map.of(), "run");

        assertThat(result.code()).isZero();
        assertThat(result.err())
                .startsWith("agentperf: building (first use, or a source has changed)")
                .contains("mvn in " + checkout.toRealPath() + ": -q -B -ntp")
                .contains("-DskipTests -Dspotless.check.skip package");
        assertThat(result.out()).startsWith("java -jar ").doesNotContain("mvn");
        assertThat(launch(checkout.resolve("agentperf"), Map.of(), "run").err()).isEmpty();
    }

    @Test
    void missingMaven_isOneLineAndTwo() throws Exception {
        java("17.0.15");
        Files.delete(checkout.resolve("reports/target/agentperf.jar"));

        Result result = launch(checkout.resolve("agentperf"), Map.of(), "run");

        assertThat(result)
                .isEqualTo(new Result(
                        2,
                        "",
                        "agentperf: mvn not found, expected Maven 3.8.6 or later on the PATH to build on first use\n"));
    }

    @Test
    void failedBuild_isSaid_andNothingRuns() throws Exception {
        java("17.0.15");
        script("mvn", "echo broken; exit 1");
        Files.delete(checkout.resolve("reports/target/agentperf.jar"));

        Result result = launch(checkout.resolve("agentperf"), Map.of(), "run");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).endsWith("broken\nagentperf: the build failed, see above\n");
    }

    private Result launch(Path script, Map<String, String> environment, String... args)
            throws IOException, InterruptedException {
        File out = directory.resolve("out.txt").toFile();
        File err = directory.resolve("err.txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(script.toString())
                .directory(directory.toFile())
                .redirectOutput(out)
                .redirectError(err);
        builder.command().addAll(List.of(args));
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Result(code, Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    /* Tells its version as Java does, and else how it was called: the jar's arguments in brackets where they have blanks. */
    private void java(String specification) throws IOException {
        script(
                "java",
                "if [ \"$1\" = -XshowSettings:properties ]; then echo \"    java.specification.version = "
                        + specification.replaceFirst("^(\\d\\d+)\\..*", "$1") + "\" >&2; exit; fi\n"
                        + "printf java; for a; do case $a in a*' '*) printf ' [%s]' \"$a\";; *) printf ' %s' \"$a\";; esac; done; echo");
    }

    private void script(String name, String body) throws IOException {
        Path script = Files.writeString(bin.resolve(name), "#!/bin/bash\n" + body + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    /* The PATH holds these and no others: what the machine has installed must not matter. */
    private void lend(String tool) throws IOException {
        String real = Files.isExecutable(Path.of("/bin", tool)) ? "/bin/" : "/usr/bin/";
        script(tool, "exec " + real + tool + " \"$@\"");
    }

    private static void file(Path path, String text, long epochSecond) throws IOException {
        Path parent = Files.createDirectories(requireNonNull(path.getParent()));
        Files.writeString(path, text, UTF_8);
        Files.setLastModifiedTime(path, FileTime.from(Instant.ofEpochSecond(epochSecond)));
        Files.setLastModifiedTime(parent, FileTime.from(Instant.ofEpochSecond(1_000)));
    }

    private record Result(int code, String out, String err) {}
}
