package dev.agentperf.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.optimizer.AgentOptimizer;
import dev.agentperf.optimizer.OptimizerConfig;
import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.process.ProcessRuntime;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ToolLoopTest {

    @Test
    void agent_answersWithWhatItsToolSaidInTheContainer_andIsLearnedFrom() throws InterruptedException {
        OptimizerConfig config = OptimizerConfig.builder()
                .pool(PoolConfig.builder().policy(PoolPolicy.fixed(0)).build())
                .build();
        try (ProcessRuntime runtime = new ProcessRuntime(Ticker.system(), Scheduler.system());
                AgentOptimizer optimizer =
                        AgentOptimizer.create(config, runtime, type -> ContainerSpec.of(type, "agent"))) {

            String answer = ToolLoop.run(optimizer, new SayingModel(), "hello");

            assertThat(answer).isEqualTo("it said: hello");
            assertThat(optimizer.patterns().ranked(AgentType.REACT, List.of()))
                    .extracting(guess -> guess.tool())
                    .containsExactly("say");
        }
    }

    /** Calls its one tool with what the user says, then tells what the tool answered: no language model is at hand. */
    private static final class SayingModel implements ChatModel {
        @Override
        public ChatResponse doChat(ChatRequest request) {
            List<ChatMessage> messages = request.messages();
            ChatMessage last = messages.get(messages.size() - 1);
            AiMessage reply = last instanceof ToolExecutionResultMessage result
                    ? AiMessage.from("it said: " + result.text())
                    : AiMessage.from(call(request, ((UserMessage) last).singleText()));
            return ChatResponse.builder().aiMessage(reply).build();
        }

        private static ToolExecutionRequest call(ChatRequest request, String text) {
            String parameter = request.toolSpecifications()
                    .get(0)
                    .parameters()
                    .properties()
                    .keySet()
                    .iterator()
                    .next();
            return ToolExecutionRequest.builder()
                    .id("1")
                    .name("say")
                    .arguments("{\"" + parameter + "\": \"" + text + "\"}")
                    .build();
        }
    }
}
