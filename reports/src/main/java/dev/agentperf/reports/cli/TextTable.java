package dev.agentperf.reports.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

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
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(column == 0 ? "" : "  ").append(cell(row.get(column), column));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private String cell(String text, int column) {
        String padding = " ".repeat(width(column) - text.length());
        return column == 0 || isOfWords(column) ? text + padding : padding + text;
    }

    private boolean isOfWords(int column) {
        return rows.stream()
                .skip(1)
                .map(row -> row.get(column))
                .anyMatch(text -> !text.isEmpty() && Character.isLetter(text.charAt(0)));
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
