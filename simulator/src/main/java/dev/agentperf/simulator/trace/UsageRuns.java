package dev.agentperf.simulator.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.agentperf.AgentType;
import dev.agentperf.predict.ResourceUsage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A usage file: JSON lines {@code {"type","cpuSeconds","memoryMb","durationSeconds"}}, one run a line, in order; a
 * resource that is absent or null is unknown, other fields are ignored. Holds one line at a time. Not thread-safe.
 */
public final class UsageRuns implements AutoCloseable {
    private final TraceFile file;
    private final Lines lines;
    private final TypeNames types = new TypeNames();
    private final Notes notes = new Notes();

    private UsageRuns(TraceFile file) {
        this.file = file;
        this.lines = new Lines(file);
    }

    /**
     * One run.
     *
     * @param type the agent's type
     * @param usage what it used
     */
    public record Run(AgentType type, ResourceUsage usage) {}

    /**
     * Opens a usage file, {@code .gz} allowed.
     *
     * @throws TraceException if it is missing, empty or damaged
     */
    public static UsageRuns open(Path path) {
        return new UsageRuns(TraceFile.open(path));
    }

    /**
     * Returns the next run, or null after the last one.
     *
     * @throws TraceException if the line is no run
     */
    public @Nullable Run next() {
        if (!lines.next()) {
            return null;
        }
        try (JsonParser json = Json.FACTORY.createParser(lines.buffer(), lines.offset(), lines.length())) {
            return read(json);
        } catch (JsonProcessingException e) {
            throw lines.error(Json.reason(e));
        } catch (IllegalArgumentException e) {
            throw lines.error(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw file.failed(lines.number(), e);
        }
    }

    private Run read(JsonParser json) throws IOException {
        json.nextToken();
        Json.expect(json, "line", JsonToken.START_OBJECT);
        String type = null;
        double cpu = Double.NaN;
        double memory = Double.NaN;
        double duration = Double.NaN;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "type" -> type = Json.text(json, field);
                case "cpuSeconds" -> cpu = amount(json, field);
                case "memoryMb" -> memory = amount(json, field);
                case "durationSeconds" -> duration = amount(json, field);
                default -> json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw new IllegalArgumentException("more follows the object, expected one run a line");
        }
        return run(type, new ResourceUsage(cpu, memory, duration));
    }

    private Run run(@Nullable String type, ResourceUsage usage) {
        if (type == null) {
            notes.count("{} runs carry no type and got type default");
        }
        if (Double.isNaN(usage.cpuSeconds())
                && Double.isNaN(usage.memoryMb())
                && Double.isNaN(usage.durationSeconds())) {
            notes.count("{} runs carry neither cpuSeconds nor memoryMb nor durationSeconds");
        }
        return new Run(types.of(type), usage);
    }

    private static double amount(JsonParser json, String field) throws IOException {
        String text = Json.text(json, field);
        return text == null ? Double.NaN : Amounts.parse(text, field);
    }

    /** Returns what could not be used so far, one sentence a kind with its count. */
    public List<String> notes() {
        return notes.sentences(file);
    }

    @Override
    public void close() {
        file.close();
    }
}
