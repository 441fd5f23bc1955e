package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the commands that compute. */
final class PageOptionTest {
    @TempDir
    private Path directory;

    private String trace = "";
    private String out = "";

    @BeforeEach
    void writeTrace() throws IOException {
        Path file = directory.resolve("t.jsonl");
        Files.writeString(
                file,
                IntStream.range(0, 200)
                        .mapToObj(i -> "{\"type\":\"react\",\"start\":" + 10 * i + ",\"end\":" + (10 * i + 25) + "}")
                        .collect(Collectors.joining("\n")));
        trace = file.toString();
        out = directory.resolve("out").toString();
    }

    @Test
    void simulate_leavesAPageWithItsTimelines() {
        Run run = Run.of(
                "simulate", "--trace", trace, "--policies", "fixed:2,fixed:4", "--cold-start", "1s", "--out", out);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Report: ");
        assertThat(page())
                .contains("class=\"timeline-1\"", "class=\"policies-chart\"", "--policies fixed:2,fixed:4")
                .doesNotContain("id=\"starts\"");
        assertThat(directory.resolve("out/results")).isDirectoryContaining("glob:**/timelines.json");
    }

    @Test
    void plan_leavesAPageWithItsSizes() {
        Run run = Run.of("plan", "--trace", trace, "--warm-rate", "0.9", "--cold-start", "1s", "--out", out);

        assertThat(run.code()).isZero();
        assertThat(page()).contains("class=\"plan-chart\"", "id=\"type-react\"");
    }

    @Test
    void sweep_leavesAPageWithItsRanking() throws IOException {
        Path grid = Files.writeString(
                directory.resolve("grid.json"), "{\"policies\":[\"fixed:2\",\"fixed:4\"],\"coldStart\":[\"1s\"]}");
        String cells = directory.resolve("cells.jsonl").toString();

        Run run = Run.of("sweep", "--trace", trace, "--grid", grid.toString(), "--out", cells, "--page", out);

        assertThat(run.code()).isZero();
        assertThat(page()).contains("id=\"sweep-fixed_2\"", "id=\"sweep-fixed_4\"");
    }

    @Test
    void pagesOfAnyKind_areRenderedAgainTheSame() {
        Run.of("plan", "--trace", trace, "--warm-rate", "0.9", "--cold-start", "1s", "--out", out);
        String first = page();

        assertThat(Run.of("report", out).code()).isZero();

        assertThat(page()).isEqualTo(first);
    }

    private String page() {
        try {
            return Files.readString(directory.resolve("out/report.html"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
