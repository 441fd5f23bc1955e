package dev.agentperf.reports.gate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.gate.Fork;
import dev.agentperf.reports.gate.Side;
import dev.agentperf.reports.gate.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
    private static final Journal.Header HEADER = new Journal.Header("same code", 42);
    private static final Subject SUBJECT = new Subject("B.one", Map.of("size", "10"));

    @TempDir
    private Path directory;

    @Test
    void resume_stoppedAnywhere_endsAsTheUninterruptedRun() throws InterruptedException {
        GatePlan plan = GatePlan.of(42, Duration.ofHours(1)).withMaxPairs(6);
        List<Subject> subjects = List.of(SUBJECT, Subject.of("B.two"));
        ForkRunner machine =
                task -> fork(100 + task.pair() + task.subject().benchmark().length());
        GateOutcome whole = GateLoop.run(plan, subjects, machine, GateListener.NONE);

        Path file = directory.resolve("journal.jsonl");
        stopAfter(5, plan, subjects, Journal.begin(file, HEADER, machine));
        List<ForkTask> again = new ArrayList<>();
        Journal resumed = Journal.resume(file, task -> {
            again.add(task);
            return machine.run(task);
        });
        GateOutcome rest = GateLoop.run(plan, subjects, resumed, GateListener.NONE);

        assertThat(rest).isEqualTo(whole);
        assertThat(resumed.size()).isEqualTo(4);
        assertThat(again).hasSize(24 - 4);
    }

    @Test
    void resume_lastLineCut_losesThatForkOnly() throws IOException, InterruptedException {
        Path file = directory.resolve("journal.jsonl");
        Journal journal = Journal.begin(file, HEADER, task -> fork(1));
        journal.run(task(1, Side.BASE));
        journal.run(task(1, Side.HEAD));
        journal.run(task(2, Side.BASE));
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 20));

        assertThat(Journal.header(file)).hasValue(HEADER);
        assertThat(Journal.resume(file, task -> fork(1)).size()).isEqualTo(2);
    }

    @Test
    void header_noJournal_isAbsent() {
        assertThat(Journal.header(directory.resolve("none"))).isEmpty();
    }

    private static void stopAfter(int forks, GatePlan plan, List<Subject> subjects, ForkRunner journal) {
        int[] left = {forks};
        try {
            GateLoop.run(
                    plan,
                    subjects,
                    task -> {
                        if (left[0]-- == 0) {
                            throw new InterruptedException("Ctrl-C");
                        }
                        return journal.run(task);
                    },
                    GateListener.NONE);
        } catch (InterruptedException expected) {
            assertThat(expected).hasMessage("Ctrl-C");
        }
    }

    private static ForkTask task(int pair, Side side) {
        return new ForkTask(Phase.SEARCH, SUBJECT, pair, side);
    }

    private static Fork fork(double value) {
        return new Fork(Map.of("cpu", List.of(value, Double.NaN)), 2, Map.of("mode", "avgt"));
    }
}
