package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.Session.Kind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real traces, counted by other means; the expected figures are those of their source notes. */
final class SharedTracesTest {

    @Test
    void azureLlm_wholeFile_hasEveryRequest() {
        Path file = SharedTraces.file("azure-llm-2023/AzureLLMInferenceTrace_code.csv.gz");

        TraceScan scan = Traces.scan(List.of(file), TraceOptions.defaults());

        assertThat(scan.summary().sessions()).isEqualTo(8_819);
        assertThat(scan.summary().spanSeconds()).isBetween(3_435.8, 3_436.0);
        assertThat(scan.types()).containsOnlyKeys(AgentType.DEFAULT);
        assertThat(scan.notes()).hasSize(1).first().asString().contains("8,819 requests carry no end");
    }

    @Test
    void tau2_fourFiles_haveEverySessionAndToolCall() {
        TraceScan scan = Traces.scan(SharedTraces.tau2(), TraceOptions.defaults());

        assertThat(scan.summary().sessions()).isEqualTo(150);
        assertThat(scan.types().keySet()).extracting(AgentType::name).containsExactly("airline", "retail", "telecom");
        assertThat(toolCalls(SharedTraces.tau2())).isEqualTo(1_480);
        assertThat(scan.notes()).anyMatch(note -> note.contains("482 tool calls were made by the simulated user"));
    }

    @Test
    void azureFunctions_wholeFile_hasEveryInvocation() {
        Path file = SharedTraces.file("azure-functions-2019-sample/inv.csv.gz");

        TraceScan scan = Traces.scan(List.of(file), TraceOptions.defaults());

        assertThat(scan.summary().sessions()).isEqualTo(5_946_609);
        assertThat(scan.summary().types()).isEqualTo(497);
        assertThat(scan.notes()).noneMatch(note -> note.contains("functions have no"));
    }

    @Test
    void azureFunctions2021_wholeFile_hasEveryInvocation() {
        Path file = SharedTraces.file("azure-functions-2021-sample/Azure2021_200.csv");

        TraceScan scan = Traces.scan(List.of(file), TraceOptions.defaults());

        assertThat(scan.summary().sessions()).isEqualTo(199);
        assertThat(scan.summary().types()).isEqualTo(31);
    }

    @Test
    void otlp_collectorFileWithoutGenAiSpans_isCountedNotDropped() {
        Path file = SharedTraces.file("otel-open-agent-traces/test-traces.json");

        TraceScan scan = Traces.scan(List.of(file), TraceOptions.defaults());

        assertThat(scan.summary().sessions()).isZero();
        assertThat(scan.notes()).containsExactly(file + ": 2 spans follow no GenAI convention and are no steps");
    }

    private static long toolCalls(List<Path> files) {
        long calls = 0;
        try (SessionStream sessions = Traces.open(files, TraceOptions.defaults())) {
            for (Session session = sessions.next(); session != null; session = sessions.next()) {
                calls += session.steps().stream()
                        .filter(step -> step.kind() == Kind.TOOL)
                        .count();
            }
        }
        return calls;
    }
}
