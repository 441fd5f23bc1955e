package dev.agentperf.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QuickStartTest {
    private static final Path SOURCE = Path.of("src/test/java/dev/agentperf/examples/QuickStart.java");

    @Test
    void quickStart_runs() throws InterruptedException {
        assertThat(QuickStart.answer()).contains("hello").endsWith("warm rate 1.0");
    }

    @Test
    void readme_showsTheQuickStartAsItIs() throws IOException {
        List<String> lines = Files.readAllLines(SOURCE);
        int from = indexOf(lines, "tag::readme") + 1;
        String shown = String.join("\n", lines.subList(from, indexOf(lines, "end::readme")))
                .stripIndent();

        assertThat(Files.readString(Path.of("../README.md"))).contains(shown.strip());
        assertThat(shown.lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(15);
    }

    private static int indexOf(List<String> lines, String mark) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(mark)) {
                return i;
            }
        }
        throw new AssertionError("no line contains " + mark);
    }
}
