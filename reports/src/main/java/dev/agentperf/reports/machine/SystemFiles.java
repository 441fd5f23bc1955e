package dev.agentperf.reports.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The kernel's files under a root: {@code /} in production. What is absent or unreadable is empty, because no kernel
 * and no sandbox has them all. Thread-safe.
 */
final class SystemFiles {
    private final Path root;

    SystemFiles(Path root) {
        this.root = root;
    }

    boolean exists(String path) {
        return Files.exists(root.resolve(path));
    }

    List<String> lines(String path) {
        try {
            return Files.readAllLines(root.resolve(path));
        } catch (IOException absentOrForbidden) {
            return List.of();
        }
    }

    Optional<String> line(String path) {
        return lines(path).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst();
    }

    OptionalLong number(String path) {
        return line(path)
                .filter(line -> line.matches("-?\\d{1,18}"))
                .map(line -> OptionalLong.of(Long.parseLong(line)))
                .orElseGet(OptionalLong::empty);
    }

    /** Returns what follows {@code key} and a colon or an equals sign, without quotes, in the first such line. */
    Optional<String> value(String path, String key) {
        return lines(path).stream()
                .map(line -> line.split("[:=]", 2))
                .filter(parts -> parts.length == 2 && parts[0].strip().equals(key))
                .map(parts -> parts[1].strip().replace("\"", ""))
                .findFirst();
    }
}
