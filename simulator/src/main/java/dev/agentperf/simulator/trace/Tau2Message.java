package dev.agentperf.simulator.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.agentperf.cache.UserTurn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a simulated talk.
 *
 * @param role assistant, user or tool
 * @param id the call that a tool's message answers; empty in others
 * @param atNanos when it was written, null where the file does not say
 * @param calls the tools that it calls
 * @param said what an assistant or a user wrote, a turn of which the other half is empty
 */
record Tau2Message(String role, String id, @Nullable Long atNanos, List<Call> calls, UserTurn said) {

    /**
     * A tool call.
     *
     * @param id what its answer refers to
     * @param name the tool
     * @param byUser whether the simulated user made it, not the agent
     */
    record Call(String id, String name, boolean byUser) {

        private static Call read(JsonParser json) throws IOException {
            String[] texts = {"", "", ""};
            Json.members(json, field -> {
                switch (field) {
                    case "id" -> texts[0] = Json.textOrEmpty(json, field);
                    case "name" -> texts[1] = Json.textOrEmpty(json, field);
                    case "requestor" -> texts[2] = Json.textOrEmpty(json, field);
                    default -> json.skipChildren();
                }
            });
            return new Call(texts[0], texts[1], texts[2].equals("user"));
        }
    }

    /** Reads the object whose start {@code json} stands on; answers bundled in one message are a message each. */
    static void read(JsonParser json, List<Tau2Message> messages) throws IOException {
        Fields fields = new Fields();
        Json.members(json, field -> {
            switch (field) {
                case "role" -> fields.role = Json.textOrEmpty(json, field);
                case "id" -> fields.id = Json.textOrEmpty(json, field);
                case "timestamp" -> fields.at = Tau2Simulation.time(json, field);
                case "content" -> fields.text = textIfAny(json, fields.role);
                case "tool_calls" -> Json.objects(json, field, () -> fields.calls.add(Call.read(json)));
                case "tool_messages" -> Json.objects(json, field, () -> read(json, messages));
                default -> json.skipChildren();
            }
        });
        messages.add(new Tau2Message(fields.role, fields.id, fields.at, fields.calls, fields.said()));
    }

    /* What a tool answers may be of any form and of any length. */
    private static String textIfAny(JsonParser json, String role) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING && !role.equals("tool")) {
            return json.getText();
        }
        json.skipChildren();
        return "";
    }

    private static final class Fields {
        private String role = "";
        private String id = "";
        private @Nullable Long at;
        private String text = "";
        private final List<Call> calls = new ArrayList<>();

        private UserTurn said() {
            return switch (role) {
                case "assistant" -> new UserTurn(text, "");
                case "user" -> new UserTurn("", text);
                default -> UserTurn.SILENT;
            };
        }
    }
}
