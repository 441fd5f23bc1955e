package dev.agentperf.reports.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
    @TempDir
    Path directory;

    @Test
    void text_isWritten_andNothingElseStays() throws IOException {
        AtomicFile.write(directory.resolve("a/b.md"), "ä\n");

        assertThat(directory.resolve("a/b.md")).hasContent("ä\n");
        try (Stream<Path> files = Files.list(directory.resolve("a"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void json_isIndented_andEndsInALineFeed() throws IOException {
        AtomicFile.writeJson(directory.resolve("a.json"), Map.of("list", List.of(1, 2)));

        assertThat(Files.readString(directory.resolve("a.json")))
                .isEqualTo("{\n  \"list\": [\n    1,\n    2\n  ]\n}\n");
    }

    @Test
    void failure_leavesTheOldFile() throws IOException {
        Path file = Files.writeString(directory.resolve("a.json"), "old");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> AtomicFile.writeJson(file, new Object()));

        assertThat(file).hasContent("old");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void symbolicLink_staysOne() throws IOException {
        Path file = Files.writeString(directory.resolve("a.md"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.md"), file);

        AtomicFile.write(link, "new");

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void parentThatIsAFile_fails() throws IOException {
        Path file = Files.writeString(directory.resolve("a"), "");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> AtomicFile.write(file.resolve("b"), "text"));
    }
}
