package dev.agentperf.simulator.trace;

import java.util.List;

/** The names of a table's columns, and the check that a row has as many fields. */
record CsvHeader(List<String> columns) {

    CsvHeader {
        columns = List.copyOf(columns);
    }

    /** Reads the first line of a file. */
    static CsvHeader read(Lines lines) {
        if (!lines.next()) {
            throw lines.error("is empty, expected a header");
        }
        return new CsvHeader(row(lines));
    }

    /** Returns where the column is, from 0; fails at the current line with every expected name if it is missing. */
    int require(Lines lines, String column, String expected) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw lines.error("has no column " + column + ", expected the columns " + expected);
        }
        return index;
    }

    /** Returns the fields of the current line; fails if they are more or fewer than the columns. */
    List<String> fields(Lines lines) {
        List<String> fields = row(lines);
        if (fields.size() != columns.size()) {
            throw lines.error("has " + fields.size() + " fields, expected " + columns.size());
        }
        return fields;
    }

    private static List<String> row(Lines lines) {
        try {
            return CsvRow.split(lines.text());
        } catch (IllegalArgumentException e) {
            throw lines.error(String.valueOf(e.getMessage()));
        }
    }
}
