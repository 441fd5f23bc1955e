package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OtlpReaderTest {
    private static final long SECOND = 1_000_000_000L;
    private static final String AGENT = span("a1", "", "invoke_agent planner", 10, 20, "");
    private static final String CHAT = span("b1", "a1", "chat gpt-5", 11, 13, "'gen_ai.request.model':'gpt-5'");
    private static final String TOOL = span("c1", "a1", "execute_tool search", 13, 14, "");

    @Test
    void next_agentRun_isASessionWithItsCallsAsSteps() {
        Reading.Result result = Reading.all(document(TOOL, AGENT, CHAT));

        assertThat(result.sessions())
                .containsExactly(new Session(
                        "0af7651916cd43dd8448eb211c80319c",
                        new AgentType("planner"),
                        10 * SECOND,
                        20 * SECOND,
                        List.of(
                                new Step(Kind.LLM, "gpt-5", SECOND, 2 * SECOND),
                                new Step(Kind.TOOL, "search", 3 * SECOND, SECOND)),
                        null));
        assertThat(result.notes()).isEmpty();
    }

    @Test
    void next_everyContainer_isUnderstood() {
        String scope = "{'scopeSpans':[{'spans':[" + String.join(",", AGENT, CHAT, TOOL) + "]}]}";
        List<Session> expected = Reading.sessions(document(AGENT, CHAT, TOOL));

        assertThat(Reading.sessions(document(AGENT), document(CHAT), document(TOOL)))
                .isEqualTo(expected);
        assertThat(Reading.sessions(json(scope))).isEqualTo(expected);
        assertThat(Reading.sessions("[" + document(AGENT, CHAT) + "," + document(TOOL) + "]"))
                .isEqualTo(expected);
        assertThat(Reading.sessions(document(AGENT, CHAT, TOOL).replace(",", ",\n  ")))
                .isEqualTo(expected);
        assertThat(Reading.sessions(document(AGENT, CHAT, TOOL).replace("scopeSpans", "instrumentationLibrarySpans")))
                .isEqualTo(expected);
    }

    @Test
    void next_encodingsOfIdsAndTimes_areUnderstood() {
        String base64 = AGENT.replace("0af7651916cd43dd8448eb211c80319c", "CvdlGRbNQ92ESOshHIAxnA==")
                .replace("'spanId':'00000000000000a1'", "'spanId':'AAAAAAAAAKE='");
        String upperCase = CHAT.replace("0af7651916cd43dd8448eb211c80319c", "0AF7651916CD43DD8448EB211C80319C");
        String numbers = TOOL.replace("'13000000000'", "13000000000").replace("'14000000000'", "1.4e10");

        assertThat(Reading.sessions(document(base64, upperCase, numbers)))
                .isEqualTo(Reading.sessions(document(AGENT, CHAT, TOOL)));
    }

    @Test
    void next_spanExportedTwice_countsOnceWithItsLastEnd() {
        Reading.Result result = Reading.all(document(AGENT, TOOL, TOOL.replace("14000000000", "15000000000")));

        assertThat(result.sessions().get(0).steps())
                .containsExactly(new Step(Kind.TOOL, "search", 3 * SECOND, 2 * SECOND));
        assertThat(result.notes()).containsExactly("trace: 1 spans were exported again and merged");
    }

    @Test
    void next_agentCalledByAgent_belongsToTheOutermost() {
        String inner = span("d1", "c1", "invoke_agent helper", 13, 14, "");
        String innerCall = span("e1", "d1", "chat small", 13, 14, "");

        List<Session> sessions = Reading.sessions(document(innerCall, inner, TOOL, AGENT));

        assertThat(sessions).hasSize(1);
        assertThat(sessions.get(0).steps()).extracting(Step::name).containsExactlyInAnyOrder("small", "search");
    }

    @Test
    void next_sameCallInstrumentedTwice_countsOnce() {
        String client = span("d1", "b1", "chat gpt-5", 11, 12, "");

        Reading.Result result = Reading.all(document(AGENT, CHAT, client));

        assertThat(result.sessions().get(0).steps()).hasSize(1);
        assertThat(result.notes()).containsExactly("trace: 1 spans repeat the call that contains them and count once");
    }

    @Test
    void next_orphan_belongsToTheRunThatItFallsInto() {
        String orphan = span("d1", "ff", "execute_tool lost", 15, 16, "");
        String outside = span("e1", "ff", "execute_tool far", 30, 31, "");

        Reading.Result result = Reading.all(document(AGENT, orphan, outside));

        assertThat(result.sessions().get(0).steps()).extracting(Step::name).containsExactly("lost");
        assertThat(result.notes()).containsExactly("trace: 1 calls belong to no agent's run and were left out");
    }

    @Test
    void next_traceWithoutAgent_isOneSessionFromFirstToLastCall() {
        Reading.Result result = Reading.all(document(CHAT, TOOL));

        assertThat(result.sessions()).hasSize(1);
        assertThat(result.sessions().get(0).type()).isEqualTo(AgentType.DEFAULT);
        assertThat(result.sessions().get(0).startNanos()).isEqualTo(11 * SECOND);
        assertThat(result.sessions().get(0).endNanos()).isEqualTo(14 * SECOND);
        assertThat(result.notes()).hasSize(1).first().asString().startsWith("trace: 1 traces name no agent");
    }

    @Test
    void next_spansOfNoConvention_areCountedNotDropped() {
        Reading.Result result = Reading.all(document(span("a1", "", "GET /", 1, 2, "")));

        assertThat(result.sessions()).isEmpty();
        assertThat(result.notes()).containsExactly("trace: 1 spans follow no GenAI convention and are no steps");
    }

    @Test
    void next_openEnds_areLeftOutAndCounted() {
        Reading.Result result = Reading.all(document(
                AGENT.replace("'20000000000'", "'0'"),
                CHAT,
                span("d1", "a1", "execute_tool x", 11, 12, "").replace("'12000000000'", "''")));

        assertThat(result.sessions()).isEmpty();
        assertThat(result.notes())
                .containsExactlyInAnyOrder(
                        "trace: 1 calls carry no end and were left out",
                        "trace: 1 runs of an agent carry no end and were left out");
    }

    @Test
    void next_callOutsideItsRun_isLeftOutAndCounted() {
        Reading.Result result = Reading.all(document(AGENT, span("d1", "a1", "execute_tool skewed", 9, 12, "")));

        assertThat(result.sessions().get(0).steps()).isEmpty();
        assertThat(result.notes()).containsExactly("trace: 1 calls lie outside their agent's run and were left out");
    }

    @Test
    void next_spansThatAreTheirOwnAncestors_endAllTheSame() {
        Reading.Result result = Reading.all(
                document(span("a1", "b1", "execute_tool x", 1, 2, ""), span("b1", "a1", "execute_tool y", 1, 2, "")));

        assertThat(result.sessions()).hasSize(1);
    }

    @Test
    void next_conversation_isTheSessionsId() {
        String agent = span("a1", "", "invoke_agent planner", 10, 20, "'gen_ai.conversation.id':'talk 7'");

        assertThat(Reading.sessions(document(agent))).extracting(Session::id).containsExactly("talk 7");
    }

    @Test
    void next_tracesOfOneFile_comeByStart() {
        String later = AGENT.replace("0af7", "1af7").replace("'10000000000'", "'12000000000'");

        assertThat(Reading.sessions(document(later), document(AGENT)))
                .extracting(Session::startNanos)
                .containsExactly(10 * SECOND, 12 * SECOND);
    }

    @Test
    void next_endBeforeStart_namesTheLine() {
        assertThatThrownBy(() -> Reading.sessions(document(AGENT), document(span("b1", "a1", "chat x", 5, 4, ""))))
                .isInstanceOf(TraceException.class)
                .hasMessage("trace:2: span \"chat x\" ends at 1970-01-01T00:00:04Z before it starts at"
                        + " 1970-01-01T00:00:05Z");
    }

    @Test
    void next_badTime_namesTheLine() {
        assertThatThrownBy(() -> Reading.sessions(document(AGENT.replace("'10000000000'", "'soon'"))))
                .isInstanceOf(TraceException.class)
                .hasMessage("trace:1: startTimeUnixNano is \"soon\", expected nanoseconds since the epoch");
    }

    @Test
    void next_jsonCutInTheMiddle_namesTheLine() {
        String document = document(AGENT);

        assertThatThrownBy(() -> Reading.sessions(document, document.substring(0, document.length() / 2)))
                .isInstanceOf(TraceException.class)
                .hasMessage("trace:2: JSON ends early, expected a whole document");
    }

    private static String document(String... spans) {
        return json("{'resourceSpans':[{'resource':{'attributes':[]},'scopeSpans':[{'scope':{'name':'x'},'spans':["
                + String.join(",", spans) + "]}]}]}");
    }

    private static String span(String id, String parent, String name, int start, int end, String attributes) {
        return "{'traceId':'0af7651916cd43dd8448eb211c80319c','spanId':'00000000000000" + id + "',"
                + (parent.isEmpty() ? "" : "'parentSpanId':'00000000000000" + parent + "',")
                + "'name':'" + name + "','kind':1,'startTimeUnixNano':'" + start + "000000000','endTimeUnixNano':'"
                + end + "000000000','attributes':[" + attribute(attributes) + "],'status':{}}";
    }

    private static String attribute(String keyAndValue) {
        if (keyAndValue.isEmpty()) {
            return "";
        }
        int colon = keyAndValue.indexOf(':');
        return "{'key':" + keyAndValue.substring(0, colon) + ",'value':{'stringValue':"
                + keyAndValue.substring(colon + 1) + "}}";
    }

    private static String json(String quotedWithApostrophes) {
        return quotedWithApostrophes.replace('\'', '"');
    }
}
