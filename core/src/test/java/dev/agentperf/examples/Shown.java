package dev.agentperf.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The part of an example that a document shows: between {@code tag::NAME} and {@code end::NAME}. */
final class Shown {
    private static final Path EXAMPLES = Path.of("src/test/java/dev/agentperf/examples");

    private Shown() {}

    static String part(Class<?> example, String name) throws IOException {
        List<String> lines = Files.readAllLines(EXAMPLES.resolve(example.getSimpleName() + ".java"));
        int from = indexOf(lines, "tag::" + name) + 1;
        return String.join("\n", lines.subList(from, indexOf(lines, "end::" + name)))
                .stripIndent()
                .strip();
    }

    private static int indexOf(List<String> lines, String mark) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(mark)) {
                return i;
            }
        }
        throw new AssertionError("no line contains " + mark);
    }
}
