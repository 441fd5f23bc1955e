package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code simulate} replays where nobody says it. */
final class UsualPoliciesTest {
    @TempDir
    private Path directory;

    @Test
    void policies_whereNoneAreGiven_areOneOfEachKind_atTheGivenPrice() {
        Path trace = directory.resolve("a.jsonl");
        Run.of("generate", "--sessions", "50", "--out", trace.toString());

        Run run = Run.of("simulate", "--trace", trace.toString(), "--cold-start", "500ms", "--price", "900");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "fixed:10",
                        "keepalive:10m",
                        "hybrid",
                        "slo:0.99",
                        "breakeven:900",
                        "hazard:900",
                        "adaptive:900");
    }

    @Test
    void policyWithoutAPrice_isReplayedAtTheCommands() {
        Path trace = directory.resolve("b.jsonl");
        Run.of("generate", "--sessions", "20", "--out", trace.toString());

        Run run = Run.of(
                "simulate",
                "--trace",
                trace.toString(),
                "--cold-start",
                "500ms",
                "--price",
                "30",
                "--policies",
                "adaptive,hazard:P,breakeven:5,hybrid");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("adaptive:30", "hazard:30", "breakeven:5", "hybrid");
    }
}
