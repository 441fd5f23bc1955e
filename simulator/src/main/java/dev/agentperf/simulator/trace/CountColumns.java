package dev.agentperf.simulator.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The columns of an Azure Functions 2019 file: which name a function, and which minute each of the others counts. */
final class CountColumns {
    private static final String EXPECTED =
            "HashOwner,HashApp,HashFunction and a column a minute (1,2,... or minute_1,...)";
    private static final String MINUTE_PREFIX = "minute_";
    private static final int MINUTES_A_DAY = 1440;
    private static final int NAMES = 3;
    private static final int IGNORED = -1;

    // What to do with each column: 0 and more a minute, below IGNORED the name -2 - column.
    private final int[] minutes;
    private final int[] names;

    private CountColumns(int[] minutes, int[] names) {
        this.minutes = minutes;
        this.names = names;
    }

    /** Reads the header. */
    static CountColumns read(Lines lines) {
        CsvHeader header = CsvHeader.read(lines);
        int[] names = {
            header.require(lines, "HashOwner", EXPECTED),
            header.require(lines, "HashApp", EXPECTED),
            header.require(lines, "HashFunction", EXPECTED)
        };
        int[] minutes = header.columns().stream().mapToInt(CountColumns::minute).toArray();
        int last = IGNORED;
        for (int minute : minutes) {
            if (minute != IGNORED && minute <= last) {
                throw lines.error(
                        "minute " + (minute + 1) + " follows minute " + (last + 1) + ", expected the minutes in order");
            }
            last = Math.max(last, minute);
        }
        if (last == IGNORED) {
            throw lines.error("has no column for a minute, expected the columns " + EXPECTED);
        }
        return new CountColumns(minutes, names);
    }

    private static int minute(String column) {
        String digits = column.startsWith(MINUTE_PREFIX) ? column.substring(MINUTE_PREFIX.length()) : column;
        if (!digits.matches("[0-9]{1,4}")) {
            return IGNORED;
        }
        int minute = Integer.parseInt(digits);
        return minute >= 1 && minute <= MINUTES_A_DAY ? minute - 1 : IGNORED;
    }

    /**
     * Reads the current line.
     *
     * @param counts receives every minute that is not 0
     * @return owner, app and function
     * @throws IllegalArgumentException if a field is no count, or they are more or fewer than the header's
     */
    List<String> row(Lines lines, MinuteCounts counts) {
        String[] found = new String[NAMES];
        byte[] bytes = lines.buffer();
        int end = lines.offset() + lines.length();
        int column = 0;
        for (int from = lines.offset(); from <= end; column++) {
            int to = fieldEnd(bytes, from, end);
            if (column < minutes.length) {
                readField(bytes, from, to, column, found, counts);
            }
            from = to + 1;
        }
        if (column != minutes.length) {
            throw new IllegalArgumentException("has " + column + " fields, expected " + minutes.length);
        }
        counts.trim();
        return new ArrayList<>(Arrays.asList(found));
    }

    private static int fieldEnd(byte[] bytes, int from, int end) {
        int to = from;
        while (to < end && bytes[to] != ',') {
            to++;
        }
        return to;
    }

    private void readField(byte[] bytes, int from, int to, int column, String[] found, MinuteCounts counts) {
        int minute = minutes[column];
        if (minute != IGNORED) {
            int count = count(bytes, from, to);
            if (count > 0) {
                counts.add(minute, count);
            }
            return;
        }
        for (int i = 0; i < NAMES; i++) {
            if (names[i] == column) {
                found[i] = new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
            }
        }
    }

    // By hand: a day of a large cloud has a hundred million of these fields, nearly all of them 0.
    private static int count(byte[] bytes, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || value > MinuteCounts.MOST_IN_A_MINUTE / 10) {
                throw notACount(bytes, from, to);
            }
            value = value * 10 + digit;
        }
        if (from == to || value > MinuteCounts.MOST_IN_A_MINUTE) {
            throw notACount(bytes, from, to);
        }
        return value;
    }

    private static IllegalArgumentException notACount(byte[] bytes, int from, int to) {
        String field = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return new IllegalArgumentException(
                Excerpt.of(field) + " is no count, expected 0 to " + MinuteCounts.MOST_IN_A_MINUTE);
    }
}
