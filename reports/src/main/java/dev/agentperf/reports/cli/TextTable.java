package dev.agentperf.reports.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** Columns of text: figures aligned to the right, words and the first column to the left. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<String> head) {
        rows.add(List.copyOf(head));
    }

    void add(List<String> row) {
        if (row.size() != rows.get(0).size()) {
            throw new IllegalArgumentException("row must have " + rows.get(0).size() + " cells, had " + row.size());
        }
        rows.add(List.copyOf(row));
    }

    void print(PrintWriter out) {
        List<Column> columns =
                IntStream.range(0, rows.get(0).size()).mapToObj(this::column).toList();
        for (List<String> row : rows) {
            StringJoiner line = new StringJoiner("  ");
            for (int column = 0; column < row.size(); column++) {
                line.add(columns.get(column).align(row.get(column)));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private Column column(int number) {
        int width =
                rows.stream().mapToInt(row -> row.get(number).length()).max().orElse(0);
        boolean isOfWords = rows.stream()
                .skip(1)
                .map(row -> row.get(number))
                .anyMatch(text -> !text.isEmpty() && Character.isLetter(text.charAt(0)));
        return new Column(width, number == 0 || isOfWords);
    }

    private record Column(int width, boolean isLeft) {
        String align(String text) {
            String padding = " ".repeat(width - text.length());
            return isLeft ? text + padding : padding + text;
        }
    }
}
