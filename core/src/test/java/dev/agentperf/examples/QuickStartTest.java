package dev.agentperf.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class QuickStartTest {
    @Test
    void quickStart_runs() throws InterruptedException {
        assertThat(QuickStart.answer()).contains("hello").endsWith("warm rate 1.0");
    }

    @Test
    void readme_showsTheQuickStartAsItIs() throws IOException {
        String shown = Shown.part(QuickStart.class, "readme");

        assertThat(Files.readString(Path.of("../README.md"))).contains(shown);
        assertThat(shown.lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(15);
    }
}
