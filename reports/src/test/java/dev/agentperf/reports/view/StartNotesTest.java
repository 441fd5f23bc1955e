package dev.agentperf.reports.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.model.StartPath;
import dev.agentperf.reports.model.Starts;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StartNotesTest {
    @Test
    void fewStarts_areNamedWithTheirNumber() {
        assertThat(StartNotes.fewStarts(starts(path("cold", 12), path("warm-live", 100), path("exec", 0))))
                .hasValueSatisfying(note -> assertThat(note)
                        .contains("the p99 of cold (12) is the longest start")
                        .doesNotContain("warm-live", "exec"));
    }

    @Test
    void enoughStarts_needNoNote() {
        assertThat(StartNotes.fewStarts(starts(path("cold", 100)))).isEmpty();
    }

    private static Starts starts(StartPath... paths) {
        return new Starts(Starts.SCHEMA_VERSION, "docker", "image", List.of(paths));
    }

    private static StartPath path(String name, long n) {
        return new StartPath(name, n, 0, new StartPath.Quantiles(1, 2, 3, 4), null);
    }
}
