package dev.agentperf.reports.gate.history;

import dev.agentperf.reports.gate.Direction;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.read.ResultsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads CSV with a head line. A column named {@code value} is the figure, of one series for each value of a column
 * whose name ends in {@code id}; without it, every column but time and commit is a series of its own, as Otava has it.
 */
final class CsvHistory {
    private static final Set<String> TIMES = Set.of("time", "timestamp", "starttime", "date");
    private static final String COMMIT = "commit";
    private static final String VALUE = "value";
    private static final Pattern RATE = Pattern.compile("per_+second|(?<![a-z])ops(?![a-z])", Pattern.CASE_INSENSITIVE);
    private static final int LEAST_POINTS = 10;
    private static final int NONE = -1;

    private final Path file;
    private final List<String> head;
    private final HistoryInputs.Collector lines = new HistoryInputs.Collector();
    private int id = NONE;

    private CsvHistory(Path file, String head) {
        this.file = file;
        this.head = cells(head.replace("\ufeff", ""));
    }

    static HistoryData read(Path file, String text) {
        List<String> rows = text.lines().filter(row -> !row.isBlank()).toList();
        if (rows.isEmpty()) {
            throw new ResultsException(file + ": empty file, expected a history, data.js, JMH's JSON or CSV");
        }
        CsvHistory csv = new CsvHistory(file, rows.get(0));
        int time = csv.column(TIMES)
                .orElseThrow(() -> new ResultsException(
                        file + ":1: expected a history, data.js, JMH's JSON, or CSV with a column time"));
        csv.findSeries(rows);
        for (int i = 1; i < rows.size(); i++) {
            csv.read(i + 1, cells(rows.get(i)), time);
        }
        return csv.lines.data(file);
    }

    private void read(int number, List<String> cells, int time) {
        if (cells.size() != head.size()) {
            throw new ResultsException(
                    file + ":" + number + ": expected " + head.size() + " cells, had " + cells.size());
        }
        int commit = column(Set.of(COMMIT)).orElse(time);
        Optional<Integer> value = column(Set.of(VALUE));
        if (value.isPresent()) {
            add(name(cells), cells, value.get(), commit, time);
            return;
        }
        for (int i = 0; i < cells.size(); i++) {
            if (i != time && i != commit) {
                add(head.get(i), cells, i, commit, time);
            }
        }
    }

    private void add(String name, List<String> cells, int value, int commit, int time) {
        SeriesKey key = new SeriesKey(Subject.of(name), VALUE, "", better(), SeriesKey.UNKNOWN);
        lines.add(key, cells.get(commit), cells.get(time), number(cells.get(value)));
    }

    /* A machine that lived for one point has no history: all such machines together have one. */
    private void findSeries(List<String> rows) {
        for (int i = 0; i < head.size(); i++) {
            int column = i;
            if (head.get(i).toLowerCase(Locale.ROOT).endsWith("id")) {
                long ids = rows.stream()
                        .skip(1)
                        .map(CsvHistory::cells)
                        .filter(cells -> cells.size() > column)
                        .map(cells -> cells.get(column))
                        .distinct()
                        .count();
                id = ids * LEAST_POINTS < rows.size() ? column : NONE;
            }
        }
    }

    private String name(List<String> cells) {
        return id == NONE ? VALUE : head.get(id) + " " + cells.get(id);
    }

    /* Rates say so in their file's name: Requests per second, ops/s. */
    private Direction better() {
        return RATE.matcher(String.valueOf(file.getFileName())).find() ? Direction.LARGER : Direction.SMALLER;
    }

    private Optional<Integer> column(Set<String> names) {
        for (int i = 0; i < head.size(); i++) {
            if (names.contains(head.get(i).toLowerCase(Locale.ROOT))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static double number(String cell) {
        try {
            return Double.parseDouble(cell.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /* Commas inside quotes belong to their cell. */
    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
