package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import dev.agentperf.simulator.trace.Session.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceWriterTest {
    private static final Session SESSION = new Session(
            "s",
            AgentType.REACT,
            1_500_000_000L,
            3_000_000_000L,
            List.of(new Step(Kind.LLM, "m", 0, 250_000_000L), new Step(Kind.TOOL, "t", 1, 0)),
            new Usage(0.1, Double.NaN, 1.5));

    @TempDir
    private Path folder;

    @Test
    void commit_session_isOneLine() {
        Path target = folder.resolve("trace.jsonl");

        write(target, SESSION);

        assertThat(target)
                .hasContent("{\"session\":\"s\",\"type\":\"react\",\"start\":\"1970-01-01T00:00:01.500Z\","
                        + "\"end\":\"1970-01-01T00:00:03Z\",\"steps\":[{\"at\":0,\"kind\":\"llm\",\"name\":\"m\","
                        + "\"duration\":0.25},{\"at\":0.000000001,\"kind\":\"tool\",\"name\":\"t\"}],"
                        + "\"usage\":{\"cpuSeconds\":0.1,\"durationSeconds\":1.5}}\n");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(target));
    }

    @Test
    void commit_nameEndsWithGz_isPacked() throws IOException {
        Path target = folder.resolve("trace.jsonl.gz");

        write(target, SESSION);

        assertThat(Files.readAllBytes(target)).startsWith(0x1f, 0x8b);
        try (SessionStream stream = Traces.open(List.of(target), TraceOptions.defaults())) {
            assertThat(Reading.all(stream).sessions()).containsExactly(SESSION);
        }
    }

    @Test
    void close_withoutCommit_leavesTheTargetAsItWas() throws IOException {
        Path target = Files.writeString(folder.resolve("trace.jsonl"), "before");

        try (TraceWriter writer = TraceWriter.create(target)) {
            writer.write(SESSION);
        }

        assertThat(target).hasContent("before");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(target));
    }

    @Test
    void create_noSuchDirectory_saysSo() {
        Path target = folder.resolve("missing").resolve("trace.jsonl");

        assertThatThrownBy(() -> TraceWriter.create(target))
                .isInstanceOf(TraceException.class)
                .hasMessage(target + ": cannot be written: no such directory");
    }

    @Test
    void create_directory_saysSo() {
        assertThatThrownBy(() -> TraceWriter.create(folder))
                .isInstanceOf(TraceException.class)
                .hasMessage(folder + ": is a directory, expected the name of a file to write");
    }

    @Test
    void write_startBeforeTheLast_isRefused() {
        try (TraceWriter writer = TraceWriter.create(folder.resolve("trace.jsonl"))) {
            writer.write(SESSION);
            Session earlier = new Session("e", AgentType.REACT, 0, 0, List.of(), null);

            assertThatThrownBy(() -> writer.write(earlier))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("times go backwards: ");
        }
    }

    @Test
    void commit_twice_isRefused() {
        TraceWriter writer = TraceWriter.create(folder.resolve("trace.jsonl"));
        writer.commit();

        assertThatThrownBy(writer::commit).isInstanceOf(IllegalStateException.class);
    }

    private static void write(Path target, Session session) {
        try (TraceWriter writer = TraceWriter.create(target)) {
            writer.write(session);
            writer.commit();
        }
    }
}
