package dev.agentperf.simulator.trace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a file beside the counts says of functions: one number a key. Immutable. */
final class FunctionFacts {
    private static final String PUBLISHED_COUNTS = "invocations_per_function_md";
    private static final char KEY_SEPARATOR = '/';

    /** What the file beside the counts holds. */
    enum Role {
        /** How long invocations take. */
        RUN_TIME("run", "function_durations_percentiles"),
        /** How much memory they take. */
        MEMORY("mem", "app_memory_percentiles");

        private final String shortName;
        private final String publishedName;

        Role(String shortName, String publishedName) {
            this.shortName = shortName;
            this.publishedName = publishedName;
        }
    }

    private final Map<String, String> values;

    private FunctionFacts(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads the file of a role beside {@code counts}, if there is one: {@code inv.csv} has {@code run.csv} and
     * {@code mem.csv}, {@code x_inv.csv} has {@code x_run.csv}, packed or not; a file as published has its published
     * companions of the same day.
     *
     * @param keys the columns that name a function
     * @param value the column to read
     * @throws TraceException if it is there and cannot be read
     */
    static Optional<FunctionFacts> beside(Path counts, Role role, List<String> keys, String value) {
        return file(counts, role).map(path -> read(path, keys, value));
    }

    private static Optional<Path> file(Path counts, Role role) {
        String name = counts.getFileName().toString();
        int at = name.lastIndexOf("inv.csv");
        String ours = (at < 0 ? "" : name.substring(0, at)) + role.shortName + ".csv";
        String published = name.replace(PUBLISHED_COUNTS, role.publishedName);
        return Stream.of(ours, ours + ".gz", published)
                .filter(candidate -> !candidate.equals(name))
                .map(counts::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static FunctionFacts read(Path path, List<String> keys, String value) {
        try (TraceFile file = TraceFile.open(path)) {
            Lines lines = new Lines(file);
            CsvHeader header = CsvHeader.read(lines);
            String expected = String.join(",", keys) + "," + value;
            int[] keyColumns = keys.stream()
                    .mapToInt(key -> header.require(lines, key, expected))
                    .toArray();
            int valueColumn = header.require(lines, value, expected);
            Map<String, String> values = new HashMap<>();
            while (lines.next()) {
                List<String> row = header.fields(lines);
                values.put(key(row, keyColumns), checked(lines, row.get(valueColumn), value));
            }
            return new FunctionFacts(values);
        }
    }

    private static String checked(Lines lines, String text, String column) {
        try {
            Amounts.parse(text, column);
            return text;
        } catch (IllegalArgumentException e) {
            throw lines.error(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the key that the fields of a row form. */
    static String key(List<String> row, int[] columns) {
        StringBuilder key = new StringBuilder();
        for (int column : columns) {
            key.append(row.get(column)).append(KEY_SEPARATOR);
        }
        return key.toString();
    }

    /** Returns the number of {@code key} as the file writes it, null where it has none. */
    @Nullable
    String get(String key) {
        return values.get(key);
    }
}
