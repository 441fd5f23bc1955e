package dev.agentperf.simulator.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads Copilot agent sessions 2026: JSON lines, one session a line, in no order of time. Written against the published
 * schema; no file of the data set was at hand. A call is taken to begin at its time stamp.
 */
final class CopilotAgentReader implements SessionSource {
    private final TraceFile file;
    private final Lines lines;
    private final Notes notes;

    private CopilotAgentReader(TraceFile file, Notes notes) {
        this.file = file;
        this.lines = new Lines(file);
        this.notes = notes;
    }

    /** Reads {@code file} by start. */
    static SessionStream open(TraceFile file) {
        Notes notes = new Notes();
        return new SortedSessions(file, notes, new CopilotAgentReader(file, notes), SortedSessions.HELD_AT_ONCE);
    }

    @Override
    public @Nullable Session next() {
        while (lines.next()) {
            Session session = parse();
            if (session != null) {
                return session;
            }
            notes.count("{} sessions carry no time at all and were left out");
        }
        return null;
    }

    private @Nullable Session parse() {
        try (JsonParser json = Json.FACTORY.createParser(lines.buffer(), lines.offset(), lines.length())) {
            return new CopilotAgentLine(notes).read(json);
        } catch (JsonProcessingException e) {
            throw lines.error(Json.reason(e));
        } catch (IllegalArgumentException e) {
            throw lines.error(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw file.failed(lines.number(), e);
        }
    }
}
