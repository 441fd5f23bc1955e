package dev.agentperf.simulator.trace;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which column of a table holds what.
 *
 * @param names the column's name for each meaning; {@link Meaning#TIME} is among them
 */
public record CsvColumns(Map<Meaning, String> names) {

    /** What a column can hold. */
    public enum Meaning {
        /** When the session starts, ISO-8601 or epoch seconds. Required. */
        TIME,
        /** When it ends, as {@link #TIME}. */
        END,
        /** How long it lasts, in seconds; not together with {@link #END}. */
        DURATION,
        /** Its agent type. */
        TYPE,
        /** Its id. */
        SESSION,
        /** The processor time that it used, in seconds. */
        CPU,
        /** The memory that it used at its peak, in megabytes. */
        MEMORY;

        /** Returns the name as the command line writes it, such as {@code time}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Validates and copies the names. */
    public CsvColumns {
        requireNonNull(names, "names");
        names = names.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(names));
        if (!names.containsKey(Meaning.TIME)) {
            throw new IllegalArgumentException("columns must name the time, expected time=NAME");
        }
        if (names.containsKey(Meaning.END) && names.containsKey(Meaning.DURATION)) {
            throw new IllegalArgumentException("columns must name end or duration, named both");
        }
    }

    /**
     * Reads names as the command line writes them, such as {@code time=ts,type=model,duration=exec_s}.
     *
     * @throws IllegalArgumentException if a meaning is unknown or named twice, or the time is not named
     */
    public static CsvColumns parse(String text) {
        Map<Meaning, String> names = new EnumMap<>(Meaning.class);
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0 || equals == pair.length() - 1) {
                throw new IllegalArgumentException(
                        Excerpt.of(pair) + " names no column, expected for example time=NAME");
            }
            if (names.put(
                            meaning(pair.substring(0, equals).strip()),
                            pair.substring(equals + 1).strip())
                    != null) {
                throw new IllegalArgumentException(Excerpt.of(pair) + " names a column again, expected each once");
            }
        }
        return new CsvColumns(names);
    }

    private static Meaning meaning(String id) {
        return Arrays.stream(Meaning.values())
                .filter(meaning -> meaning.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column can hold " + Excerpt.of(id)
                        + ", expected one of "
                        + Arrays.stream(Meaning.values()).map(Meaning::id).collect(Collectors.joining(", "))));
    }

    /** Returns the column that holds {@code meaning}, if one does. */
    public Optional<String> column(Meaning meaning) {
        return Optional.ofNullable(names.get(meaning));
    }
}
