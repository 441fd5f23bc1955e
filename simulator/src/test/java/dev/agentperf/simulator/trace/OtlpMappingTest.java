package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OtlpMappingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "invoke_agent bot | gen_ai.operation.name=invoke_agent | AGENT | bot",
                "x | gen_ai.operation.name=invoke_agent;gen_ai.agent.name=bot | AGENT | bot",
                "x | gen_ai.operation.name=invoke_workflow;gen_ai.workflow.name=flow | AGENT | flow",
                "create_agent bot | gen_ai.operation.name=create_agent | GROUP | create_agent bot",
                "plan | gen_ai.operation.name=plan | GROUP | plan",
                "chat gpt | gen_ai.operation.name=chat | MODEL | gpt",
                "x | gen_ai.operation.name=generate_content;gen_ai.request.model=g | MODEL | g",
                "x | gen_ai.operation.name=embeddings;gen_ai.response.model=e | MODEL | e",
                "execute_tool grep | gen_ai.operation.name=execute_tool | TOOL | grep",
                "x | gen_ai.operation.name=execute_tool;gen_ai.tool.name=grep | TOOL | grep",
                "x | gen_ai.operation.name=search_memory | TOOL | search_memory",
                "x | gen_ai.operation.name=create_memory_store | TOOL | create_memory_store",
                "x | gen_ai.operation.name=retrieval | TOOL | retrieval",
                "chat gpt | | MODEL | gpt",
                "execute_tool grep | | TOOL | grep",
                "invoke_agent | | AGENT | ''",
                "chatter | | UNKNOWN | chatter",
                "r | openinference.span.kind=AGENT | AGENT | r",
                "r | openinference.span.kind=LLM;llm.model_name=g | MODEL | g",
                "r | openinference.span.kind=TOOL;tool.name=grep | TOOL | grep",
                "r | openinference.span.kind=RETRIEVER | TOOL | r",
                "r | openinference.span.kind=EMBEDDING;embedding.model_name=e | MODEL | e",
                "r | openinference.span.kind=CHAIN | GROUP | r",
                "r | openinference.span.kind=NEW | UNKNOWN | r",
                "r | traceloop.span.kind=workflow;traceloop.entity.name=w | AGENT | w",
                "r | traceloop.span.kind=tool;traceloop.entity.name=t | TOOL | t",
                "r | traceloop.span.kind=task | GROUP | r",
                "openai.chat | llm.request.type=chat;gen_ai.request.model=g | MODEL | g",
                "spring_ai chat_client | gen_ai.operation.name=framework | AGENT | ''",
                "tool_call grep | spring.ai.kind=tool_call | TOOL | grep",
                "tool_call x | spring.ai.kind=tool_call;spring.ai.tool.definition.name=grep | TOOL | grep",
                "advisor | spring.ai.kind=advisor | GROUP | advisor",
                "openai | gen_ai.request.model=g | MODEL | g",
                "GET / | http.method=GET | UNKNOWN | GET /"
            })
    void map_everyConvention_hasItsRoleAndLabel(String name, String attributes, String role, String label) {
        OtlpMapping.Mapped mapped = OtlpMapping.map(name, parsed(attributes));

        assertThat(mapped.role()).hasToString(role);
        assertThat(mapped.label()).isEqualTo(label);
    }

    private static Map<String, String> parsed(@Nullable String attributes) {
        Map<String, String> map = new HashMap<>();
        if (attributes != null) {
            for (String pair : attributes.split(";", -1)) {
                map.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        return map;
    }
}
