package dev.agentperf.simulator.trace;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Reads traces that a test holds in memory; messages call them {@code trace}. */
final class Reading {
    private static final Path NAME = Path.of("trace");

    private Reading() {}

    /** What a whole trace held. */
    record Result(List<Session> sessions, List<String> notes) {}

    static Result all(String content) {
        return all(content.getBytes(StandardCharsets.UTF_8), TraceOptions.defaults());
    }

    static Result all(byte[] content, TraceOptions options) {
        try (SessionStream stream = Traces.open(file(content), options)) {
            return all(stream);
        }
    }

    static Result all(SessionStream stream) {
        List<Session> sessions = new ArrayList<>();
        for (Session session = stream.next(); session != null; session = stream.next()) {
            sessions.add(session);
        }
        return new Result(sessions, stream.notes());
    }

    static List<Session> sessions(String... lines) {
        return all(String.join("\n", lines)).sessions();
    }

    static TraceFile file(byte[] content) {
        return TraceFile.of(NAME, new ByteArrayInputStream(content));
    }

    static byte[] gzip(String content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
