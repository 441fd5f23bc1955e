package dev.agentperf.simulator.trace;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.agentperf.cache.UserTurn;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import dev.agentperf.simulator.trace.Session.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of our own format while it is being read. */
final class AgentPerfLine {
    private final TypeNames types;
    private final Notes notes;
    private String id = "";
    private @Nullable String type;
    private @Nullable Long start;
    private @Nullable Long end;
    private List<Step> steps = List.of();
    private @Nullable Usage usage;

    AgentPerfLine(TypeNames types, Notes notes) {
        this.types = types;
        this.notes = notes;
    }

    /**
     * Reads the one object that {@code json} holds.
     *
     * @throws IllegalArgumentException if it is none, or not a session
     */
    Session read(JsonParser json) throws IOException {
        json.nextToken();
        Json.expect(json, "line", JsonToken.START_OBJECT);
        Json.members(json, field -> read(json, field));
        if (json.nextToken() != null) {
            throw new IllegalArgumentException("more follows the object, expected one session a line");
        }
        return session();
    }

    private void read(JsonParser json, String field) throws IOException {
        switch (field) {
            case "session" -> id = Json.textOrEmpty(json, field);
            case "type" -> type = Json.text(json, field);
            case "start" -> start = time(json, field);
            case "end" -> end = time(json, field);
            case "steps" -> steps = steps(json);
            case "usage" -> usage = usage(json);
            default -> json.skipChildren();
        }
    }

    private @Nullable Long time(JsonParser json, String field) throws IOException {
        String text = Json.text(json, field);
        if (text == null) {
            return null;
        }
        if (Times.lacksZone(text)) {
            notes.count("{} times carry no zone and were read as UTC");
        }
        return Times.parse(text);
    }

    private Session session() {
        if (start == null || end == null) {
            throw new IllegalArgumentException(
                    "session has no " + (start == null ? "start" : "end") + ", expected ISO-8601 or epoch seconds");
        }
        if (type == null) {
            notes.count("{} sessions carry no type and got type default");
        }
        if (end < start) {
            throw new IllegalArgumentException(
                    "session ends at " + Times.format(end) + " before it starts at " + Times.format(start));
        }
        if (end - start < 0) {
            throw new IllegalArgumentException("session lasts from " + Times.format(start) + " to " + Times.format(end)
                    + ", expected less than 292 years");
        }
        checkSteps(end - start);
        return new Session(id, types.of(type), start, end, steps, usage);
    }

    private void checkSteps(long durationNanos) {
        for (Step step : steps) {
            if (step.atNanos() > durationNanos) {
                throw new IllegalArgumentException("step at " + Seconds.format(step.atNanos())
                        + " s begins after the session's end at " + Seconds.format(durationNanos) + " s");
            }
        }
    }

    private List<Step> steps(JsonParser json) throws IOException {
        List<Step> read = new ArrayList<>();
        Json.objects(json, "steps", () -> {
            Step step = new StepFields().read(json, notes);
            if (step != null) {
                read.add(step);
            }
        });
        // Recorders write a step when it ends, so a long one may stand after those that it contains.
        read.sort(Comparator.comparingLong(Step::atNanos));
        return read;
    }

    private static final class StepFields {
        private String kind = "";
        private String name = "";
        private @Nullable Long at;
        private long duration;
        private @Nullable String agentSaid;
        private @Nullable String userSaid;

        @Nullable
        Step read(JsonParser json, Notes notes) throws IOException {
            Json.members(json, field -> {
                switch (field) {
                    case "kind" -> kind = Json.textOrEmpty(json, field);
                    case "name" -> name = Json.textOrEmpty(json, field);
                    case "at" -> at = notNegative(json, field);
                    case "duration" -> duration = notNegative(json, field);
                    case "agentSaid" -> agentSaid = Json.text(json, field);
                    case "userSaid" -> userSaid = Json.text(json, field);
                    default -> json.skipChildren();
                }
            });
            if (at == null) {
                throw new IllegalArgumentException("step has no at, expected seconds from the session's start");
            }
            return switch (kind) {
                case "llm" -> new Step(Kind.LLM, name, at, duration, turn());
                case "tool" -> new Step(Kind.TOOL, name, at, duration);
                default -> {
                    notes.count("{} steps of a kind other than llm and tool were left out");
                    yield null;
                }
            };
        }

        private @Nullable UserTurn turn() {
            if (agentSaid == null && userSaid == null) {
                return null;
            }
            return new UserTurn(requireNonNullElse(agentSaid, ""), requireNonNullElse(userSaid, ""));
        }
    }

    private static long notNegative(JsonParser json, String field) throws IOException {
        return Seconds.parseDuration(Json.number(json, field), field);
    }

    private @Nullable Usage usage(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        Json.expect(json, "usage", JsonToken.START_OBJECT);
        double[] amounts = {Double.NaN, Double.NaN, Double.NaN};
        Json.members(json, field -> {
            switch (field) {
                case "cpuSeconds" -> amounts[0] = amount(json, field);
                case "memoryMb" -> amounts[1] = amount(json, field);
                case "durationSeconds" -> amounts[2] = amount(json, field);
                default -> json.skipChildren();
            }
        });
        return new Usage(amounts[0], amounts[1], amounts[2]);
    }

    private static double amount(JsonParser json, String field) throws IOException {
        String text = Json.text(json, field);
        if (text == null) {
            return Double.NaN;
        }
        return Amounts.parse(text, field);
    }
}
