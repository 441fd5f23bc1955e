package dev.agentperf.examples;

import dev.agentperf.AgentType;
import dev.agentperf.optimizer.AgentOptimizer;
import dev.agentperf.pool.Lease;
import dev.agentperf.predict.ResourceUsage;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An agent of LangChain4j whose tool runs in a warm container. */
final class ToolLoop {
    private ToolLoop() {}

    // tag::embed
    /** What the model may call. */
    static final class Tools {
        private final Lease lease;
        private final List<String> calls = new ArrayList<>();

        Tools(Lease lease) {
            this.lease = lease;
        }

        @Tool("Says a text in the agent's container and returns what came back")
        String say(String text) {
            calls.add("say");
            return lease.message("echo " + text).toCompletableFuture().join();
        }
    }

    interface Assistant {
        String chat(String request);
    }

    static String run(AgentOptimizer optimizer, ChatModel model, String request) throws InterruptedException {
        try (Lease lease =
                optimizer.acquire(AgentType.REACT, Duration.ofSeconds(10)).lease()) {
            Tools tools = new Tools(lease);
            String answer = AiServices.builder(Assistant.class)
                    .chatModel(model)
                    .tools(tools)
                    .build()
                    .chat(request);

            optimizer.learnTools(AgentType.REACT, tools.calls);
            optimizer.finish(lease, ResourceUsage.UNKNOWN);
            return answer;
        }
    }
    // end::embed
}
