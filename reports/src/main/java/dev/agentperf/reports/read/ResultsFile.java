package dev.agentperf.reports.read;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.agentperf.reports.model.ResultsJson;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One results file, and every way in which it can be wrong told in one line. */
public final class ResultsFile {
    private ResultsFile() {}

    /**
     * Reads one value.
     *
     * @throws ResultsException if the file cannot be read, is no JSON, or breaks the contract of {@code type}
     */
    public static <T> T read(Path file, Class<T> type) {
        T value = parse(file, json -> ResultsJson.reader(type).readValue(json, type));
        Contract.check(file, value);
        return value;
    }

    static <T> List<T> readList(Path file, Class<T> type) {
        List<@Nullable T> values =
                parse(file, json -> ResultsJson.listReader(type).readValue(json));
        for (int i = 0; i < values.size(); i++) {
            Contract.check(file, values.get(i), "[" + i + "]");
        }
        return values.stream().map(Objects::requireNonNull).toList();
    }

    private static <T> T parse(Path file, Parser<T> parser) {
        try {
            if (Files.size(file) == 0) {
                throw new ResultsException(file + ": empty file, expected JSON");
            }
            T value = parser.parse(file.toFile());
            if (value == null) {
                throw new ResultsException(file + ": null, expected a JSON value");
            }
            return value;
        } catch (JacksonException e) {
            throw new ResultsException(file + line(e.getLocation()) + ": " + explain(e), e);
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw new ResultsException(file + ": no such file, expected results", e);
        } catch (IOException e) {
            throw new ResultsException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static String line(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1 ? "" : ":" + location.getLineNr();
    }

    private static String explain(JacksonException e) {
        if (isCut(e)) {
            return "the file ends in the middle, expected the rest of its JSON";
        }
        if (e instanceof ValueInstantiationException && e.getCause() != null) {
            return at((JsonMappingException) e) + reason(e.getCause());
        }
        String message = plain(e.getOriginalMessage());
        return e instanceof JsonMappingException mapping ? at(mapping) + message : "not valid JSON: " + message;
    }

    /* The library's own words, without its advice on how to program it. */
    private static String plain(String message) {
        return firstLine(message)
                .replaceFirst("^Cannot map `null` into type `(\\w+)`.*", "is missing or null, expected a value ($1)")
                .replaceFirst(
                        "^Cannot deserialize value of type `(?:[\\w$]+\\.)*([\\w$<>]+)` from \\w+(?: \\w+)?(.*?)(?:: .*)?$",
                        "expected $1, was$2")
                .replaceFirst(
                        "\\s*\\((?:maximum|set |enable).*|: (?:expected a valid value|enable `).*| exceeds the maximum allowed.*",
                        "");
    }

    /* The parser has a type of its own for some ends of input only, and the binder wraps it. */
    private static boolean isCut(JacksonException e) {
        return e instanceof JsonEOFException
                || e.getCause() instanceof JsonEOFException
                || e.getOriginalMessage().startsWith("Unexpected end-of-input");
    }

    /* A record that requires a component throws a bare NullPointerException from List.copyOf and the like. */
    private static String reason(Throwable cause) {
        return cause instanceof NullPointerException
                ? "a required field is missing"
                : firstLine(String.valueOf(cause.getMessage()));
    }

    private static String at(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "" : (path.startsWith(".") ? path.substring(1) : path) + ": ";
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("unreadable");
    }

    @FunctionalInterface
    private interface Parser<T> {
        @Nullable
        T parse(File json) throws IOException;
    }
}
