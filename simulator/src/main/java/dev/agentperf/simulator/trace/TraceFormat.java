package dev.agentperf.simulator.trace;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The formats that {@link Traces} reads. */
public enum TraceFormat {
    /** Told by the file's content. */
    AUTO("auto"),
    /** Ours: JSON lines, one session a line. */
    AGENTPERF("agentperf"),
    /** Azure LLM inference traces: CSV, one request a row. */
    AZURE_LLM("azure-llm"),
    /** Azure Functions 2019: CSV, one function a row with its invocations per minute. */
    AZURE_FUNCTIONS("azure-functions"),
    /** A tau2-bench result: one JSON object with simulated customer talks of a real agent. */
    TAU2("tau2"),
    /** Azure Functions 2021: CSV, one invocation a row. */
    AZURE_FUNCTIONS_2021("azure-functions-2021"),
    /** Copilot agent sessions 2026: JSON lines, one session a line. */
    COPILOT_AGENT_2026("copilot-agent-2026"),
    /** OpenTelemetry spans as OTLP JSON, by the GenAI conventions and their older dialects. */
    OTLP("otlp"),
    /** Any CSV, its columns named by {@link CsvColumns}. */
    CSV("csv");

    private final String id;

    TraceFormat(String id) {
        this.id = id;
    }

    /** Returns the name as the command line writes it, such as {@code azure-llm}. */
    public String id() {
        return id;
    }

    /**
     * Returns the format whose {@link #id()} is {@code id}.
     *
     * @throws IllegalArgumentException if there is none; the message names all there are
     */
    public static TraceFormat of(String id) {
        return Arrays.stream(values())
                .filter(format -> format.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown trace format " + Excerpt.of(id) + ", expected one of " + ids()));
    }

    private static String ids() {
        return Arrays.stream(values()).map(TraceFormat::id).collect(Collectors.joining(", "));
    }
}
