package dev.agentperf.simulator.trace;

import dev.agentperf.simulator.trace.OtlpSpan.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;

/*
 * First hit wins, from the newest convention to the oldest dialect:
 *   1. gen_ai.operation.name (GenAI semantic conventions, up to the standalone v0.1.0), Spring AI's `framework` included
 *   2. the beginning of the span's name, which the same conventions prescribe
 *   3. openinference.span.kind (OpenInference)
 *   4. traceloop.span.kind, llm.request.type (OpenLLMetry)
 *   5. spring.ai.kind (Spring AI, whose tool spans carry no operation)
 *   6. gen_ai.request.model alone (conventions before the operation's name)
 * An agent without a name has an empty label, which later becomes the default type.
 */
/** Tells by its name and attributes what a span stands for. */
final class OtlpMapping {
    private static final String OPERATION = "gen_ai.operation.name";
    private static final String OPENINFERENCE = "openinference.span.kind";
    private static final String TRACELOOP = "traceloop.span.kind";
    private static final String SPRING = "spring.ai.kind";
    private static final String[] MODEL_NAMES = {
        "gen_ai.request.model", "gen_ai.response.model", "llm.model_name", "embedding.model_name", "reranker.model_name"
    };
    private static final String[] TOOL_NAMES = {"gen_ai.tool.name", "tool.name", "spring.ai.tool.definition.name"};
    private static final String[] AGENT_NAMES = {"gen_ai.agent.name", "gen_ai.workflow.name", "agent.name"};
    private static final String[] ENTITY_NAMES = {"traceloop.entity.name", "traceloop.workflow.name"};

    private static final Set<String> MODEL_OPERATIONS =
            Set.of("chat", "generate_content", "text_completion", "embeddings");
    private static final Set<String> AGENT_OPERATIONS = Set.of("invoke_agent", "invoke_workflow");
    private static final Set<String> GROUP_OPERATIONS = Set.of("create_agent", "plan");
    private static final List<String> NAME_PREFIXES = List.of(
            "invoke_agent",
            "invoke_workflow",
            "execute_tool",
            "chat",
            "generate_content",
            "text_completion",
            "embeddings");

    /** Every attribute that is looked at; all others are passed over. */
    static final Set<String> ATTRIBUTES = Set.of(
            OPERATION,
            OPENINFERENCE,
            TRACELOOP,
            SPRING,
            "gen_ai.request.model",
            "gen_ai.response.model",
            "llm.model_name",
            "embedding.model_name",
            "reranker.model_name",
            "gen_ai.tool.name",
            "tool.name",
            "spring.ai.tool.definition.name",
            "gen_ai.agent.name",
            "gen_ai.workflow.name",
            "agent.name",
            "traceloop.entity.name",
            "traceloop.workflow.name",
            "llm.request.type",
            "gen_ai.conversation.id",
            "session.id");

    /** A span's role and the name that goes with it. */
    record Mapped(Role role, String label) {}

    private final String name;
    private final Map<String, String> attributes;

    private OtlpMapping(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    /** Returns what the span called {@code name} stands for. */
    static Mapped map(String name, Map<String, String> attributes) {
        return new OtlpMapping(name, attributes).map();
    }

    /** Returns the conversation that a span belongs to, empty where it names none. */
    static String conversation(Map<String, String> attributes) {
        String id = attributes.getOrDefault("gen_ai.conversation.id", "");
        return id.isEmpty() ? attributes.getOrDefault("session.id", "") : id;
    }

    private Mapped map() {
        Mapped byOperation = ofOperation(attributes.getOrDefault(OPERATION, ""));
        if (byOperation.role() != Role.UNKNOWN) {
            return byOperation;
        }
        for (String prefix : NAME_PREFIXES) {
            if (name.equals(prefix) || name.startsWith(prefix + " ")) {
                return ofOperation(prefix);
            }
        }
        return ofDialect();
    }

    private Mapped ofOperation(String operation) {
        if (AGENT_OPERATIONS.contains(operation)) {
            return new Mapped(Role.AGENT, first(suffix(), AGENT_NAMES));
        }
        if (MODEL_OPERATIONS.contains(operation)) {
            return new Mapped(Role.MODEL, first(suffix(), MODEL_NAMES));
        }
        if (operation.equals("execute_tool")) {
            return new Mapped(Role.TOOL, first(suffix(), TOOL_NAMES));
        }
        if (operation.equals("framework")) {
            return new Mapped(Role.AGENT, first("", AGENT_NAMES));
        }
        // Memory and retrieval are services that an agent asks, as it asks a tool.
        if (operation.equals("retrieval") || operation.endsWith("_memory") || operation.endsWith("_memory_store")) {
            return new Mapped(Role.TOOL, operation);
        }
        return new Mapped(GROUP_OPERATIONS.contains(operation) ? Role.GROUP : Role.UNKNOWN, name);
    }

    private Mapped ofDialect() {
        if (attributes.containsKey(OPENINFERENCE)) {
            return ofOpenInference(attributes.getOrDefault(OPENINFERENCE, ""));
        }
        if (attributes.containsKey(TRACELOOP)) {
            return ofTraceloop(attributes.getOrDefault(TRACELOOP, ""));
        }
        if (attributes.containsKey("llm.request.type")) {
            return new Mapped(Role.MODEL, first(name, MODEL_NAMES));
        }
        if (attributes.containsKey(SPRING) || name.startsWith("tool_call ")) {
            return ofSpring(attributes.getOrDefault(SPRING, "tool_call"));
        }
        if (attributes.containsKey("gen_ai.request.model")) {
            return new Mapped(Role.MODEL, first(name, MODEL_NAMES));
        }
        return new Mapped(Role.UNKNOWN, name);
    }

    private Mapped ofOpenInference(String kind) {
        return switch (kind) {
            case "AGENT" -> new Mapped(Role.AGENT, first(name, AGENT_NAMES));
            case "LLM", "EMBEDDING", "RERANKER" -> new Mapped(Role.MODEL, first(name, MODEL_NAMES));
            case "TOOL", "RETRIEVER" -> new Mapped(Role.TOOL, first(name, TOOL_NAMES));
            case "CHAIN", "GUARDRAIL", "EVALUATOR", "PROMPT" -> new Mapped(Role.GROUP, name);
            default -> new Mapped(Role.UNKNOWN, name);
        };
    }

    private Mapped ofTraceloop(String kind) {
        return switch (kind) {
            case "workflow", "agent" -> new Mapped(Role.AGENT, first(first(name, ENTITY_NAMES), AGENT_NAMES));
            case "tool" -> new Mapped(Role.TOOL, first(first(name, ENTITY_NAMES), TOOL_NAMES));
            case "task" -> new Mapped(Role.GROUP, name);
            default -> new Mapped(Role.UNKNOWN, name);
        };
    }

    private Mapped ofSpring(String kind) {
        return switch (kind) {
            case "tool_call" -> new Mapped(Role.TOOL, first(suffix(), TOOL_NAMES));
            case "chat_client" -> new Mapped(Role.AGENT, first("", AGENT_NAMES));
            default -> new Mapped(Role.GROUP, name);
        };
    }

    // What follows the operation in a name such as `execute_tool search`.
    private String suffix() {
        int space = name.indexOf(' ');
        return space < 0 ? "" : name.substring(space + 1).strip();
    }

    private String first(String otherwise, String... keys) {
        for (String key : keys) {
            String value = attributes.getOrDefault(key, "");
            if (!value.isBlank()) {
                return value;
            }
        }
        return otherwise;
    }
}
