package dev.agentperf.reports.read;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was read to the records' own nullness: a component that is not marked nullable must have been in the file.
 *
 * <p>The records are the contract; checking them here, once, means that no page and no table meets a null that its type
 * excludes.
 */
final class Contract {
    private static final String VERSION = "schemaVersion";
    private static final int NEWEST = 1;

    private final Path file;

    private Contract(Path file) {
        this.file = file;
    }

    /** Checks a value and all that it holds. */
    static void check(Path file, @Nullable Object value) {
        check(file, value, "");
    }

    /** Checks a value that stands at {@code path} in its file. */
    static void check(Path file, @Nullable Object value, String path) {
        new Contract(file).visit(value, path);
    }

    private void visit(@Nullable Object value, String path) {
        if (value == null) {
            throw new ResultsException(file + ": " + path + " is missing");
        }
        if (value instanceof Record holder) {
            for (RecordComponent component : holder.getClass().getRecordComponents()) {
                visit(holder, component, path.isEmpty() ? component.getName() : path + "." + component.getName());
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                visit(list.get(i), path + "[" + i + "]");
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> visit(entry, path + "." + key));
        }
    }

    private void visit(Record holder, RecordComponent component, String path) {
        Object value = read(holder, component);
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (value != null || !optional) {
            visit(value, path);
        }
        if (component.getName().equals(VERSION) && !Integer.valueOf(NEWEST).equals(value)) {
            throw new ResultsException(file + ": " + path + " must be " + NEWEST + ", was " + value);
        }
    }

    private static @Nullable Object read(Record holder, RecordComponent component) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError(component.toString(), e);
        }
    }
}
