package dev.agentperf.simulator.trace;

import java.util.ArrayList;
import java.util.List;

/** Splits one line of comma-separated values. */
final class CsvRow {
    private CsvRow() {}

    /**
     * Returns the fields of a line; quotes around a field are taken off and doubled quotes inside it halved.
     *
     * @throws IllegalArgumentException if a quote is not closed on the line
     */
    static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (at >= 0) {
            at = line.startsWith("\"", at) ? quoted(line, at + 1, fields) : plain(line, at, fields);
        }
        return fields;
    }

    private static int plain(String line, int from, List<String> fields) {
        int comma = line.indexOf(',', from);
        fields.add(line.substring(from, comma < 0 ? line.length() : comma).strip());
        return comma < 0 ? -1 : comma + 1;
    }

    private static int quoted(String line, int from, List<String> fields) {
        StringBuilder field = new StringBuilder();
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '"') {
                field.append(c);
            } else if (line.startsWith("\"", i + 1)) {
                field.append('"');
                i++;
            } else {
                fields.add(field.toString());
                return afterQuote(line, i + 1);
            }
        }
        throw new IllegalArgumentException("quote is not closed, expected it on the same line");
    }

    private static int afterQuote(String line, int at) {
        if (at == line.length()) {
            return -1;
        }
        if (line.charAt(at) != ',') {
            throw new IllegalArgumentException("text follows a closing quote, expected a comma");
        }
        return at + 1;
    }
}
