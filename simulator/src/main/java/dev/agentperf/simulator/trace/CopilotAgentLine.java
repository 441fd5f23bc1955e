package dev.agentperf.simulator.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One session of a Copilot agent file while it is being read. It lasts from its first call to the end of its last. */
final class CopilotAgentLine {
    private static final int FAILED = 2;

    /** A call with its absolute time. */
    private record Call(Kind kind, String name, long startNanos, long durationNanos) {}

    private final Notes notes;
    private final List<Call> calls = new ArrayList<>();
    private String id = "";

    CopilotAgentLine(Notes notes) {
        this.notes = notes;
    }

    /** Reads the one object that {@code json} holds; null where none of its calls has a time. */
    @Nullable
    Session read(JsonParser json) throws IOException {
        json.nextToken();
        Json.expect(json, "line", JsonToken.START_OBJECT);
        Json.members(json, field -> {
            switch (field) {
                case "session_id" -> id = Json.textOrEmpty(json, field);
                case "turns" -> Json.objects(json, field, () -> Json.members(json, part -> readTurn(json, part)));
                default -> json.skipChildren();
            }
        });
        if (json.nextToken() != null) {
            throw new IllegalArgumentException("more follows the object, expected one session a line");
        }
        return calls.isEmpty() ? null : session();
    }

    private void readTurn(JsonParser json, String field) throws IOException {
        switch (field) {
            case "llm_calls" -> Json.objects(json, field, () -> readModelCall(json));
            case "tool_batches" -> Json.objects(json, field, () -> new Batch().read(json));
            default -> json.skipChildren();
        }
    }

    private void readModelCall(JsonParser json) throws IOException {
        Timed call = new Timed();
        Json.members(json, field -> call.read(json, field, "model"));
        if (call.start == null) {
            notes.count("{} model calls carry no time and were left out");
        } else {
            calls.add(new Call(Kind.LLM, call.name, call.start, call.duration));
        }
    }

    private Session session() {
        calls.sort(Comparator.comparingLong(Call::startNanos));
        long start = calls.get(0).startNanos();
        long end = calls.stream()
                .mapToLong(call -> Math.addExact(call.startNanos(), call.durationNanos()))
                .max()
                .orElse(start);
        List<Step> steps = calls.stream()
                .map(call -> new Step(call.kind(), call.name(), call.startNanos() - start, call.durationNanos()))
                .toList();
        notes.count("{} sessions carry no type and got type default");
        return new Session(id, AgentType.DEFAULT, start, end, steps, null);
    }

    /** What model calls, batches and function calls have in common. */
    private static final class Timed {
        private @Nullable Long start;
        private long duration;
        private String name = "";
        private boolean failed;

        void read(JsonParser json, String field, String nameField) throws IOException {
            switch (field) {
                case "timestamp" -> start = Times.parseAnyUnit(Json.textOrEmpty(json, field));
                case "duration_ms" -> duration = millis(json, field);
                case "status" -> failed = String.valueOf(FAILED).equals(Json.text(json, field));
                default -> {
                    if (field.equals(nameField)) {
                        name = Json.textOrEmpty(json, field);
                    } else {
                        json.skipChildren();
                    }
                }
            }
        }
    }

    private static long millis(JsonParser json, String field) throws IOException {
        String text = Json.text(json, field);
        return text == null ? 0 : Seconds.parseDurationMillis(text, field);
    }

    /** Function calls that begin together, at the time of their batch. */
    private final class Batch {
        private final Timed batch = new Timed();
        private final List<Timed> functions = new ArrayList<>();

        void read(JsonParser json) throws IOException {
            Json.members(json, field -> {
                if (field.equals("function_calls")) {
                    Json.objects(json, field, () -> readFunction(json));
                } else {
                    batch.read(json, field, "");
                }
            });
            for (Timed function : functions) {
                add(function);
            }
        }

        private void readFunction(JsonParser json) throws IOException {
            Timed function = new Timed();
            Json.members(json, field -> function.read(json, field, "name"));
            functions.add(function);
        }

        private void add(Timed function) {
            Long start = function.start == null ? batch.start : function.start;
            if (start == null) {
                notes.count("{} tool calls carry no time and were left out");
                return;
            }
            if (function.failed) {
                notes.count("{} tool calls failed and are steps all the same");
            }
            calls.add(new Call(Kind.TOOL, function.name, start, function.duration));
        }
    }
}
