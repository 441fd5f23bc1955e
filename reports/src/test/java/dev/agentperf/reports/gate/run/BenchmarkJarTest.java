package dev.agentperf.reports.gate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.read.ResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchmarkJarTest {
    @TempDir
    private Path directory;

    @Test
    void parse_listOfJmh_isEveryCombinationOfParameters() {
        List<String> printed = List.of(
                "NOTE: Picked up JDK_JAVA_OPTIONS: -Da=b",
                "Benchmarks: ",
                "a.B.plain",
                "a.B.sized",
                "  param \"size\" = {10, 100}",
                "  param \"kind\" = {x}",
                "");

        assertThat(BenchmarkJar.parse(printed))
                .containsExactly(
                        Subject.of("a.B.plain"),
                        new Subject("a.B.sized", Map.of("kind", "x", "size", "10")),
                        new Subject("a.B.sized", Map.of("kind", "x", "size", "100")));
    }

    @Test
    void open_jarWithoutBenchmarks_saysWhatIsExpected() throws IOException {
        Path jar = directory.resolve("plain.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("a/B.class"));
        }

        assertThatThrownBy(() -> BenchmarkJar.open(jar))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("plain.jar: a jar without benchmarks, expected JMH and META-INF/BenchmarkList");
    }

    @Test
    void open_noJar_saysSo() throws IOException {
        Path text = Files.writeString(directory.resolve("text.jar"), "no zip");

        assertThatThrownBy(() -> BenchmarkJar.open(text)).hasMessageContaining("text.jar: cannot be read as a jar");
        assertThatThrownBy(() -> BenchmarkJar.open(directory.resolve("none.jar")))
                .hasMessageContaining("none.jar: no such file");
    }
}
