package dev.agentperf.simulator.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads our own format: JSON lines, one session a line, by start. Holds one line at a time. */
final class AgentPerfReader implements SessionStream {
    private final TraceFile file;
    private final Lines lines;
    private final TypeNames types = new TypeNames();
    private final Notes notes = new Notes();
    private long lastStart = Long.MIN_VALUE;

    AgentPerfReader(TraceFile file) {
        this.file = file;
        this.lines = new Lines(file);
    }

    @Override
    public @Nullable Session next() {
        if (!lines.next()) {
            return null;
        }
        Session session = parse();
        if (session.startNanos() < lastStart) {
            throw lines.error(Ordering.backwards(lastStart, session.startNanos()));
        }
        lastStart = session.startNanos();
        return session;
    }

    private Session parse() {
        try (JsonParser json = Json.FACTORY.createParser(lines.buffer(), lines.offset(), lines.length())) {
            return new AgentPerfLine(types, notes).read(json);
        } catch (JsonProcessingException e) {
            throw lines.error(Json.reason(e));
        } catch (IllegalArgumentException e) {
            throw lines.error(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw file.failed(lines.number(), e);
        }
    }

    @Override
    public List<String> notes() {
        return notes.sentences(file);
    }

    @Override
    public void close() {
        file.close();
    }
}
