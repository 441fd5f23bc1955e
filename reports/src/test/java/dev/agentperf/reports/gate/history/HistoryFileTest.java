package dev.agentperf.reports.gate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.reports.gate.Direction;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.read.ResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryFileTest {
    private static final SeriesKey KEY = new SeriesKey(Subject.of("a.B.c"), "cpu", "ns/op", Direction.SMALLER, "x");

    @TempDir
    private Path directory;

    @Test
    void read_whatWasAppended_isTheSame() {
        Path file = directory.resolve("history.jsonl");

        HistoryFile.append(file, List.of(line("1", 10), line("1", 12)));
        HistoryFile.append(file, List.of(line("2", 20)));

        assertThat(HistoryFile.read(file).lines()).containsExactly(line("1", 10), line("1", 12), line("2", 20));
    }

    @Test
    void read_lastLineCut_isSaidAndCostsNoOther() throws IOException {
        Path file = cut();

        HistoryData data = HistoryFile.read(file);

        assertThat(data.lines()).containsExactly(line("1", 10));
        assertThat(data.notes()).containsExactly(file + ":2: the last line is cut, and left out");
    }

    @Test
    void append_toACutFile_losesNothingWhole() throws IOException {
        Path file = cut();

        HistoryFile.append(file, List.of(line("3", 30)));

        assertThat(HistoryFile.read(file).lines()).containsExactly(line("1", 10), line("3", 30));
        assertThat(HistoryFile.read(file).notes()).isEmpty();
    }

    @Test
    void append_lastLineWholeButForItsEnd_staysToo() throws IOException {
        Path file = directory.resolve("history.jsonl");
        HistoryFile.append(file, List.of(line("1", 10)));
        Files.writeString(file, Files.readString(file).strip());

        HistoryFile.append(file, List.of(line("2", 20)));

        assertThat(HistoryFile.read(file).lines()).hasSize(2);
    }

    @Test
    void read_otherLineBroken_isRefusedWithItsNumber() throws IOException {
        Path file = directory.resolve("history.jsonl");
        HistoryFile.append(file, List.of(line("1", 10), line("2", 10)));
        Files.writeString(file, "nonsense\n" + Files.readString(file));

        assertThatThrownBy(() -> HistoryFile.read(file))
                .isInstanceOf(ResultsException.class)
                .hasMessageStartingWith(file + ":1: is no line of a history");
    }

    @Test
    void series_severalForks_areOnePointByTheirMedian() {
        HistoryData data =
                new HistoryData(List.of(line("2", 20), line("1", 10), line("1", 12), line("1", 90)), List.of());

        assertThat(data.series())
                .singleElement()
                .satisfies(series -> assertThat(series.values()).containsExactly(12, 20));
    }

    private Path cut() throws IOException {
        Path file = directory.resolve("history.jsonl");
        HistoryFile.append(file, List.of(line("1", 10), line("2", 20)));
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 15));
        return file;
    }

    private static HistoryLine line(String commit, double value) {
        return new HistoryLine(1, KEY, commit, "2026-01-0" + commit, value);
    }
}
