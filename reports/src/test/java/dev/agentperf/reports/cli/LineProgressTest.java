package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class LineProgressTest {
    private final StringWriter out = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();
    private final Progress progress = new LineProgress(new PrintWriter(out, true), nanos::get);

    @Test
    void task_tellsItsBeginningAndEnd() {
        try (Progress.Task task = progress.start("replay", 10)) {
            task.advance(10);
            pass(2);
            task.done();
        }

        assertThat(lines()).containsExactly("replay ...", "replay: done (2.00 s, 5.00/s)");
    }

    @Test
    void taskThatFails_isNotDone() {
        try (Progress.Task task = progress.start("replay", 10)) {
            task.advance(5);
        }

        assertThat(lines()).containsExactly("replay ...");
    }

    @Test
    void longTask_tellsWhereItIs_everyTenSeconds() {
        Progress.Task task = progress.start("replay", 2_000);
        for (int i = 0; i < 30; i++) {
            pass(1);
            task.advance(50);
        }

        assertThat(lines())
                .containsExactly(
                        "replay ...",
                        "replay: 25.0 % of 2 000 (10.0 s, 50.0/s, 30.0 s left)",
                        "replay: 50.0 % of 2 000 (20.0 s, 50.0/s, 20.0 s left)",
                        "replay: 75.0 % of 2 000 (30.0 s, 50.0/s, 10.0 s left)");
    }

    @Test
    void taskOfUnknownLength_countsItsSteps() {
        Progress.Task task = progress.start("read", 0);
        pass(10);
        task.advance(1_234);

        assertThat(lines()).contains("read: 1 234 (10.0 s, 123/s)");
    }

    @Test
    void taskThatIsDoneTwice_tellsOnce() {
        Progress.Task task = progress.start("replay", 1);
        task.done();
        task.done();

        assertThat(lines()).hasSize(2);
    }

    private void pass(long seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private List<String> lines() {
        return out.toString()
                .replace('\u202F', ' ')
                .replace('\u00A0', ' ')
                .lines()
                .toList();
    }
}
