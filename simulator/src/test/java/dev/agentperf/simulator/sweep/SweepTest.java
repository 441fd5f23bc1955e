package dev.agentperf.simulator.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceOptions;
import dev.agentperf.simulator.trace.TraceWriter;
import dev.agentperf.simulator.trace.Traces;
import dev.agentperf.simulator.workload.ReferenceWorkload;
import dev.agentperf.simulator.workload.WorkloadConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SweepTest {
    private static final String GRID = """
            {"policies": ["fixed:3", "keepalive:1m", "adaptive:P"], "coldStart": ["500ms", "2s"], "price": [30, 300],
             "reuse": ["single-use", "reset"]}
            """;

    @TempDir
    private Path directory;

    private Path trace;

    @BeforeEach
    void writeTrace() {
        trace = directory.resolve("trace.jsonl");
        try (SessionStream sessions = ReferenceWorkload.open(WorkloadConfig.ofSessions(300, 5));
                TraceWriter writer = TraceWriter.create(trace)) {
            for (Session session = sessions.next(); session != null; session = sessions.next()) {
                writer.write(session);
            }
            writer.commit();
        }
    }

    @Test
    void everyCombination_isACell() {
        List<Cell> cells = cells(GRID);

        assertThat(cells).hasSize(3 * 2 * 2 * 2);
        assertThat(cells).extracting(Cell::key).doesNotHaveDuplicates();
        assertThat(cells).extracting(cell -> cell.policy().name()).contains("adaptive:30", "adaptive:300");
    }

    @Test
    void cellOfToolCalls_hasAClaimForEach() {
        List<CellResult> results = new ArrayList<>();
        new Sweep(1)
                .run(
                        cells(
                                "{\"policies\": [\"fixed:3\", \"greedydual\"], \"coldStart\": [\"500ms\"], \"claims\": [\"tool\"]}"),
                        results::add);

        long calls = 0;
        try (SessionStream sessions = Traces.open(List.of(trace), TraceOptions.defaults())) {
            for (Session session = sessions.next(); session != null; session = sessions.next()) {
                calls += session.steps().stream()
                        .filter(step -> step.kind() == Session.Kind.TOOL)
                        .count();
            }
        }
        assertThat(calls).isGreaterThan(300);
        assertThat(results).hasSize(2).extracting(CellResult::claims).containsOnly(calls);
        assertThat(results).extracting(CellResult::cell).allMatch(cell -> cell.contains(" claims=tool "));
    }

    @Test
    void anyNumberOfCores_writesTheSameBytes() throws IOException {
        assertThat(sweep(1, "one.jsonl")).isEqualTo(sweep(3, "three.jsonl"));
        assertThat(directory).isDirectoryNotContaining("glob:**partial");
    }

    @Test
    void stoppedSweep_goesOnWhereItWas() throws IOException {
        String whole = sweep(2, "whole.jsonl");
        Path out = directory.resolve("out.jsonl");
        List<Cell> cells = cells(GRID);
        try (SweepJournal journal = new SweepJournal(out, cells)) {
            new Sweep(1).run(cells.subList(3, 8), journal::add);
        }
        // As if it had died within a line.
        Files.writeString(directory.resolve("out.jsonl.partial"), "{\"cell\":\"tra", StandardOpenOption.APPEND);

        try (SweepJournal journal = new SweepJournal(out, cells)) {
            assertThat(journal.remaining()).hasSize(cells.size() - 5);
            new Sweep(2).run(journal.remaining(), journal::add);
            journal.commit();
        }

        assertThat(Files.readString(out)).isEqualTo(whole);
    }

    @Test
    void changedGrid_isRefused() {
        Path out = directory.resolve("out.jsonl");
        List<Cell> cells = cells(GRID);
        try (SweepJournal journal = new SweepJournal(out, cells)) {
            new Sweep(1).run(cells.subList(0, 1), journal::add);
        }

        List<Cell> others = cells(GRID.replace("500ms", "700ms"));

        assertThatThrownBy(() -> new SweepJournal(out, others))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining("out.jsonl.partial belongs to another grid: it holds the cell '");
    }

    @Test
    void badGrids_sayWhatIsWrong() {
        assertRefused(
                "{\"polices\": []}", "unknown parameter 'polices', expected some of claims, coldStart, placement");
        assertRefused("{\"coldStart\": [\"1s\"]}", "must give a list of values for policies");
        assertRefused("{\"policies\": [\"fixed:1\"], \"coldStart\": [\"soon\"]}", "coldStart cannot be \"soon\"");
        assertRefused("{\"policies\": [\"lru\"], \"coldStart\": [\"1s\"]}", "unknown policy 'lru'");
        assertRefused("{\"policies\": [\"fixed:1\"], \"coldStart\": [\"0s\"]}", "coldStart must be positive");
        assertRefused(
                "{\"policies\": [\"fixed:1\"], \"coldStart\": [\"1s\"], \"claims\": [\"tols\"]}",
                "grid: claims cannot be \"tols\": expected one of session, tool");
        assertRefused(
                "{\"policies\": [\"fixed:1\"], \"coldStart\": [\"1s\"], \"reuse\": [\"never\"]}",
                "grid: reuse cannot be \"never\": expected one of single-use, reset");
        assertRefused(
                "{\"policies\": [\"fixed:1\"], \"coldStart\": [\"1s\"], \"price\": [\"dear\"]}",
                "grid: price cannot be \"dear\": expected a number");
        assertRefused(
                "{\"policies\": [\"fixed:1\"], \"coldStart\": [\"1s\"], \"seed\": [1.5]}",
                "grid: seed cannot be 1.5: expected a whole number");
        assertRefused("[]", "grid must be a JSON object");
        assertRefused("{", "grid is not JSON");
    }

    private void assertRefused(String grid, String message) {
        assertThatThrownBy(() -> cells(grid)).isInstanceOf(SweepException.class).hasMessageContaining(message);
    }

    private List<Cell> cells(String grid) {
        return Grid.parse(grid).cells(List.of(trace));
    }

    private String sweep(int cores, String name) throws IOException {
        Path out = directory.resolve(name);
        List<Cell> cells = new ArrayList<>(cells(GRID));
        try (SweepJournal journal = new SweepJournal(out, cells)) {
            new Sweep(cores).run(journal.remaining(), journal::add);
            journal.commit();
        }
        return Files.readString(out);
    }
}
