package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is done to a valid file: it gives sessions in order, or one line that says what is wrong. */
final class ReaderFuzzProperties {
    private static final String AGENT_PERF = """
            {"session":"s","type":"react","start":"2025-08-01T00:00:00.5Z","end":1754006500.25,"steps":[\
            {"at":0.5,"kind":"llm","name":"m","duration":1.25},{"at":2,"kind":"tool","name":"t"}],\
            "usage":{"cpuSeconds":1.5,"memoryMb":256,"durationSeconds":10.5}}
            {"start":1754006403,"end":1754006404}
            """;
    private static final String AZURE_LLM = """
            TIMESTAMP,ContextTokens,GeneratedTokens
            2023-11-16 18:17:03.9799600,4808,10
            2023-11-16 18:17:04.0319600,3180,8
            """;
    private static final String AZURE_FUNCTIONS = """
            HashFunction,HashApp,HashOwner,minute_1,minute_2,minute_3
            f,fa,o,2,0,1
            "g",ga,o,3,0,0
            """;
    private static final String TAU2 = """
            {"timestamp":"2025-08-01T16:21:03.551563","info":{"agent_info":{"llm":"gpt"},
            "environment_info":{"domain_name":"retail"}},"tasks":[{}],"simulations":[{"id":"s",
            "start_time":"2025-08-01T16:20:44.321269","end_time":"2025-08-01T16:21:03.551551","messages":[
            {"role":"assistant","timestamp":"2025-08-01T16:20:45.1","tool_calls":[{"id":"c","name":"n"}]},
            {"role":"tool","id":"c","timestamp":"2025-08-01T16:20:46"}]}]}
            """;
    private static final String AZURE_FUNCTIONS_2021 = """
            app,func,end_timestamp,duration
            a,f,57.15786004066467,57.154
            b,g,6.2525410652160645,6.236
            """;
    private static final String COPILOT_AGENT = """
            {"session_id":"s","turns":[{"turn_id":1,"llm_calls":[{"timestamp":"2026-01-01T00:00:00Z","duration_ms":1.5,\
            "model":"m"}],"tool_batches":[{"timestamp":1767225601500,"duration_ms":9,"function_calls":[\
            {"name":"t","status":2,"duration_ms":9}]}]}]}
            """;
    private static final String OTLP = """
            {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"a1",\
            "name":"invoke_agent bot","startTimeUnixNano":"1000","endTimeUnixNano":9000,"attributes":[\
            {"key":"gen_ai.operation.name","value":{"stringValue":"invoke_agent"}}]},{"traceId":\
            "0af7651916cd43dd8448eb211c80319c","spanId":"b1","parentSpanId":"a1","name":"chat m",\
            "startTimeUnixNano":"2000","endTimeUnixNano":"3000"}]}]}]}
            """;
    private static final byte[] HOSTILE = "\"{}[],:0123456789eE+-.\n\r\t\\fnu ".getBytes(StandardCharsets.US_ASCII);

    @Property(tries = 2_000)
    void agentPerf_mutated_givesSessionsOrOneLine(@ForAll Random random) {
        check(TraceFormat.AGENTPERF, AGENT_PERF, random);
    }

    @Property(tries = 1_000)
    void azureLlm_mutated_givesSessionsOrOneLine(@ForAll Random random) {
        check(TraceFormat.AZURE_LLM, AZURE_LLM, random);
    }

    @Property(tries = 1_000)
    void azureFunctions_mutated_givesSessionsOrOneLine(@ForAll Random random) {
        check(TraceFormat.AZURE_FUNCTIONS, AZURE_FUNCTIONS, random);
    }

    @Property(tries = 2_000)
    void tau2_mutated_givesSessionsOrOneLine(@ForAll Random random) {
        check(TraceFormat.TAU2, TAU2, random);
    }

    @Property(tries = 1_000)
    void azureFunctions2021_mutated_givesSessionsOrOneLine(@ForAll Random random) {
        check(TraceFormat.AZURE_FUNCTIONS_2021, AZURE_FUNCTIONS_2021, random);
    }

    @Property(tries = 1_000)
    void copilotAgent_mutated_givesSessionsOrOneLine(@ForAll Random random) {
        check(TraceFormat.COPILOT_AGENT_2026, COPILOT_AGENT, random);
    }

    @Property(tries = 2_000)
    void otlp_mutated_givesSessionsOrOneLine(@ForAll Random random) {
        check(TraceFormat.OTLP, OTLP, random);
    }

    @Property(tries = 1_000)
    void csv_mutated_givesSessionsOrOneLine(@ForAll Random random) {
        check(TraceFormat.CSV, AZURE_LLM, random);
    }

    private static void check(TraceFormat format, String valid, Random random) {
        byte[] mutated = random.nextInt(4) == 0 ? Reading.gzip(valid) : valid.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(6); i > 0; i--) {
            mutated = mutate(mutated, random);
        }
        TraceFormat told = random.nextBoolean() ? TraceFormat.AUTO : format;
        CsvColumns columns = format == TraceFormat.CSV ? CsvColumns.parse("time=TIMESTAMP,memory=ContextTokens") : null;
        TraceOptions options = new TraceOptions(told, Placement.EVEN, 0, columns);
        try (SessionStream stream = Traces.open(Reading.file(mutated), options)) {
            checkOrder(stream);
        } catch (TraceException e) {
            assertThat(e.getMessage()).startsWith("trace:").doesNotContain("\n").hasSizeLessThan(600);
        }
    }

    private static void checkOrder(SessionStream stream) {
        long last = Long.MIN_VALUE;
        // A count that a mutation made large is legal; its first sessions stand for the rest.
        for (int i = 0; i < 1_000; i++) {
            Session session = stream.next();
            if (session == null) {
                break;
            }
            assertThat(session.startNanos()).isGreaterThanOrEqualTo(last);
            assertThat(session.durationNanos()).isNotNegative();
            last = session.startNanos();
        }
        assertThat(stream.notes()).allMatch(note -> note.startsWith("trace: "));
    }

    private static byte[] mutate(byte[] content, Random random) {
        if (content.length == 0) {
            return content;
        }
        int at = random.nextInt(content.length);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(content, at);
            case 1 -> spliced(content, at, Math.min(content.length, at + 1 + random.nextInt(8)), new byte[0]);
            case 2 -> spliced(content, at, at, new byte[] {hostile(random)});
            case 3 -> spliced(content, at, at, part(content, random));
            default -> spliced(content, at, at + 1, new byte[] {hostile(random)});
        };
    }

    private static byte hostile(Random random) {
        return random.nextInt(4) == 0 ? (byte) random.nextInt() : HOSTILE[random.nextInt(HOSTILE.length)];
    }

    private static byte[] part(byte[] content, Random random) {
        int from = random.nextInt(content.length);
        return Arrays.copyOfRange(content, from, Math.min(content.length, from + random.nextInt(40)));
    }

    private static byte[] spliced(byte[] content, int from, int to, byte[] insert) {
        byte[] result = new byte[content.length - (to - from) + insert.length];
        System.arraycopy(content, 0, result, 0, from);
        System.arraycopy(insert, 0, result, from, insert.length);
        System.arraycopy(content, to, result, from + insert.length, content.length - to);
        return result;
    }
}
