package dev.agentperf.simulator.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.agentperf.simulator.trace.Session.Step;
import dev.agentperf.simulator.trace.Session.Usage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Sessions as lines of JSON; the reverse of {@link AgentPerfLine}. Not thread-safe. */
final class SessionJson {
    private final JsonGenerator json;

    SessionJson(OutputStream output) throws IOException {
        json = Json.FACTORY.createGenerator(output);
        json.setRootValueSeparator(null);
    }

    /** Writes what is left and closes the output. */
    void close() throws IOException {
        json.close();
    }

    /** Writes one session and its line end. */
    void write(Session session) throws IOException {
        json.writeStartObject();
        json.writeStringField("session", session.id());
        json.writeStringField("type", session.type().name());
        json.writeStringField("start", Times.format(session.startNanos()));
        json.writeStringField("end", Times.format(session.endNanos()));
        if (!session.steps().isEmpty()) {
            json.writeArrayFieldStart("steps");
            for (Step step : session.steps()) {
                writeStep(step);
            }
            json.writeEndArray();
        }
        if (session.usage() != null) {
            writeUsage(session.usage());
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void writeStep(Step step) throws IOException {
        json.writeStartObject();
        writeNumber("at", Seconds.format(step.atNanos()));
        json.writeStringField("kind", step.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("name", step.name());
        if (step.durationNanos() > 0) {
            writeNumber("duration", Seconds.format(step.durationNanos()));
        }
        if (step.turn() != null) {
            json.writeStringField("agentSaid", step.turn().agentSaid());
            json.writeStringField("userSaid", step.turn().userSaid());
        }
        json.writeEndObject();
    }

    private void writeUsage(Usage usage) throws IOException {
        json.writeObjectFieldStart("usage");
        writeAmount("cpuSeconds", usage.cpuSeconds());
        writeAmount("memoryMb", usage.memoryMb());
        writeAmount("durationSeconds", usage.durationSeconds());
        json.writeEndObject();
    }

    private void writeAmount(String field, double amount) throws IOException {
        if (!Double.isNaN(amount)) {
            json.writeNumberField(field, amount);
        }
    }

    // As text, because a decimal of nine places must not pass through a double.
    private void writeNumber(String field, String decimal) throws IOException {
        json.writeFieldName(field);
        json.writeNumber(decimal);
    }
}
