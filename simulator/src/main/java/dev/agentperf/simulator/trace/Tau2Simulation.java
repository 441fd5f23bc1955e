package dev.agentperf.simulator.trace;

import com.fasterxml.jackson.core.JsonParser;
import dev.agentperf.AgentType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One simulation of a tau2-bench file while it is being read. */
final class Tau2Simulation {
    private final Notes notes;
    private final List<Tau2Message> messages = new ArrayList<>();
    private String id = "";
    private @Nullable Long start;
    private @Nullable Long end;

    Tau2Simulation(Notes notes) {
        this.notes = notes;
    }

    /** Reads the object whose start {@code json} stands on. */
    void read(JsonParser json) throws IOException {
        Json.members(json, field -> {
            switch (field) {
                case "id" -> id = Json.textOrEmpty(json, field);
                case "start_time" -> start = time(json, field);
                case "end_time" -> end = time(json, field);
                case "messages" -> Json.objects(json, field, () -> Tau2Message.read(json, messages));
                default -> json.skipChildren();
            }
        });
    }

    /**
     * Returns the session, or nothing where the file does not say when it ran.
     *
     * @throws IllegalArgumentException if it ends before it starts
     */
    Optional<Session> session(AgentType type, String model) {
        if (start == null || end == null) {
            notes.count("{} simulations carry no start or no end and were left out");
            return Optional.empty();
        }
        if (!messages.isEmpty() && messages.stream().allMatch(message -> message.atNanos() == null)) {
            // Runs whose messages have no times carry the same placeholder for every start and end.
            notes.count("{} simulations carry no message times, which makes their start a placeholder,"
                    + " and were left out");
            return Optional.empty();
        }
        if (end < start) {
            throw new IllegalArgumentException("simulation " + Excerpt.of(id) + " ends at " + Times.format(end)
                    + " before it starts at " + Times.format(start));
        }
        Tau2Steps steps = new Tau2Steps(start, end, model, notes);
        return Optional.of(new Session(id, type, start, end, steps.of(messages), null));
    }

    static @Nullable Long time(JsonParser json, String field) throws IOException {
        String text = Json.textOrEmpty(json, field);
        return text.isBlank() ? null : Times.parse(text);
    }
}
