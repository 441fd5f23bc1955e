package dev.agentperf.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmbedDocumentTest {

    @ParameterizedTest
    @ValueSource(classes = {PlainAgent.class, ToolLoop.class, CachedTools.class})
    void document_showsTheExampleAsItIs(Class<?> example) throws IOException {
        assertThat(Files.readString(Path.of("../docs/embed.md"))).contains(Shown.part(example, "embed"));
    }
}
