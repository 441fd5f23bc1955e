package dev.agentperf.simulator.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a simulated talk, without its text.
 *
 * @param role assistant, user or tool
 * @param id the call that a tool's message answers; empty in others
 * @param atNanos when it was written, null where the file does not say
 * @param calls the tools that it calls
 */
record Tau2Message(String role, String id, @Nullable Long atNanos, List<Call> calls) {

    /**
     * A tool call.
     *
     * @param id what its answer refers to
     * @param name the tool
     * @param byUser whether the simulated user made it, not the agent
     */
    record Call(String id, String name, boolean byUser) {}

    /** Reads the object whose start {@code json} stands on; answers bundled in one message are a message each. */
    static void read(JsonParser json, List<Tau2Message> messages) throws IOException {
        String role = "";
        String id = "";
        Long at = null;
        List<Call> calls = List.of();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "role" -> role = Tau2Simulation.orEmpty(Json.text(json, field));
                case "id" -> id = Tau2Simulation.orEmpty(Json.text(json, field));
                case "timestamp" -> at = Tau2Simulation.time(json, field);
                case "tool_calls" -> calls = calls(json);
                case "tool_messages" -> readBundle(json, messages);
                default -> json.skipChildren();
            }
        }
        messages.add(new Tau2Message(role, id, at, calls));
    }

    private static void readBundle(JsonParser json, List<Tau2Message> messages) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        Json.expect(json, "tool_messages", JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Json.expect(json, "message", JsonToken.START_OBJECT);
            read(json, messages);
        }
    }

    private static List<Call> calls(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return List.of();
        }
        Json.expect(json, "tool_calls", JsonToken.START_ARRAY);
        List<Call> calls = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Json.expect(json, "tool call", JsonToken.START_OBJECT);
            calls.add(call(json));
        }
        return calls;
    }

    private static Call call(JsonParser json) throws IOException {
        String id = "";
        String name = "";
        boolean byUser = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "id" -> id = Tau2Simulation.orEmpty(Json.text(json, field));
                case "name" -> name = Tau2Simulation.orEmpty(Json.text(json, field));
                case "requestor" -> byUser = "user".equals(Json.text(json, field));
                default -> json.skipChildren();
            }
        }
        return new Call(id, name, byUser);
    }
}
