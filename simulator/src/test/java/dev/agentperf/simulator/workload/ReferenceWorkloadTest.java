package dev.agentperf.simulator.workload;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import dev.agentperf.simulator.trace.Session.Usage;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceWriter;
import dev.agentperf.simulator.workload.AgentProfile.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReferenceWorkloadTest {

    @TempDir
    private Path folder;

    @Test
    void open_sameSeed_writesTheSameBytes() throws IOException {
        byte[] once = Files.readAllBytes(written("once.jsonl.gz", WorkloadConfig.ofSessions(2_000, 7)));
        byte[] again = Files.readAllBytes(written("again.jsonl.gz", WorkloadConfig.ofSessions(2_000, 7)));
        byte[] other = Files.readAllBytes(written("other.jsonl.gz", WorkloadConfig.ofSessions(2_000, 8)));

        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    @Test
    void open_anyJdk_writesThePinnedBytes() throws Exception {
        byte[] bytes = Files.readAllBytes(written("pinned.jsonl", WorkloadConfig.ofSessions(1_000, 42)));

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo("a4726f08d690a4c288d730f4f1ed7af719031de62a5f15e117efb3eee59ee2f1");
    }

    @Test
    void next_seed42_beginsWithThePinnedSessions() {
        assertThat(sessions(WorkloadConfig.ofSessions(3, 42)))
                .extracting(session -> session.id() + " +" + (session.startNanos() - ReferenceWorkload.ORIGIN_NANOS)
                        + " " + session.durationNanos() + " " + session.steps().size() + " " + session.usage())
                .containsExactly(
                        "multi_agent-1 +160798000 59858499000 39 Usage[cpuSeconds=33.002, memoryMb=265.4, durationSeconds=59.858499]",
                        "react-1 +322563000 8884969000 9 Usage[cpuSeconds=2.84, memoryMb=186.4, durationSeconds=8.884969]",
                        "multi_agent-2 +460668000 57602583000 43 Usage[cpuSeconds=49.687, memoryMb=201.1, durationSeconds=57.602583]");
    }

    @Test
    void next_anyWorkload_endsWithItsLastSession() {
        assertThat(sessions(WorkloadConfig.ofSessions(10, 1))).hasSize(10);
    }

    @Test
    void next_anyWorkload_endsWithItsSpan() {
        List<Session> sessions = sessions(WorkloadConfig.ofSpan(Duration.ofMinutes(30), 1));

        assertThat(sessions)
                .isNotEmpty()
                .allMatch(session -> session.startNanos()
                        < ReferenceWorkload.ORIGIN_NANOS
                                + Duration.ofMinutes(30).toNanos());
    }

    @Test
    void next_sessions_comeByStartAndFillTheirLengthWithSteps() {
        long last = ReferenceWorkload.ORIGIN_NANOS;
        for (Session session : sessions(WorkloadConfig.ofSessions(5_000, 3))) {
            assertThat(session.startNanos()).isGreaterThanOrEqualTo(last);
            last = session.startNanos();
            long at = 0;
            for (Step step : session.steps()) {
                assertThat(step.atNanos()).isEqualTo(at);
                at += step.durationNanos();
            }
            assertThat(at).isEqualTo(session.durationNanos());
        }
    }

    @Test
    void next_manySessions_haveTheProfilesShares() {
        Map<AgentType, Long> counts = new HashMap<>();
        try (SessionStream stream = ReferenceWorkload.open(WorkloadConfig.ofSpan(Duration.ofDays(1), 5))) {
            for (Session session = stream.next(); session != null; session = stream.next()) {
                counts.merge(session.type(), 1L, Long::sum);
            }
        }

        for (AgentProfile agent : ReferenceAgents.all()) {
            double expected = Duration.ofDays(1).toSeconds() * ReferenceAgents.SESSIONS_PER_SECOND * agent.share();
            // The count's standard deviation is about CV sqrt(n), 7 % for the burstiest type.
            assertThat((double) counts.getOrDefault(agent.type(), 0L)).isCloseTo(expected, within(expected * 0.15));
        }
    }

    @Test
    void next_manySessions_haveTheMeasuredLengthsCallsAndMemory() {
        List<Session> sessions = sessions(WorkloadConfig.ofSessions(40_000, 5));

        for (AgentProfile agent : ReferenceAgents.all()) {
            List<Session> own = of(agent, sessions);
            assertThat(median(own, Session::durationNanos) / 1e9)
                    .isCloseTo(
                            agent.length().medianSeconds(),
                            within(0.05 * agent.length().medianSeconds()));
            assertThat(median(own, ReferenceWorkloadTest::toolCalls))
                    .isCloseTo(agent.tools().medianCalls(), within(0.6));
            assertThat(cv(own, session -> usage(session).memoryMb())).isBetween(0.7, 0.82);
            assertThat(cv(own, session -> usage(session).cpuSeconds())).isBetween(0.55, 1.15);
            assertThat(modelShare(own)).isCloseTo(agent.length().modelShare(), within(0.02));
        }
    }

    @Test
    void next_manySessions_haveAHeavyTailOfMemory() {
        List<Session> react = of(ReferenceAgents.all().get(0), sessions(WorkloadConfig.ofSessions(40_000, 5)));
        double heavy = ReferenceAgents.all().get(0).usage().medianMemoryMb() * 4;

        assertThat((double) react.stream()
                                .filter(session -> usage(session).memoryMb() >= heavy)
                                .count()
                        / react.size())
                .isCloseTo(0.05, within(0.005));
    }

    @Test
    void next_toolCalls_followZipf() {
        AgentProfile react = ReferenceAgents.all().get(0);
        Map<String, Long> calls = of(react, sessions(WorkloadConfig.ofSessions(50_000, 5))).stream()
                .flatMap(session -> session.steps().stream())
                .filter(step -> step.kind() == Kind.TOOL)
                .collect(Collectors.groupingBy(Step::name, Collectors.counting()));

        assertThat(calls).hasSize(15);
        double second = calls.getOrDefault("react_tool_2", 0L);
        assertThat(calls.getOrDefault("react_tool_1", 0L) / second).isCloseTo(Math.pow(2, 1.25), within(0.1));
    }

    @Test
    void next_otherTools_leaveEverythingElseAsItWas() {
        WorkloadConfig config = WorkloadConfig.ofSessions(500, 1);
        List<AgentProfile> others = config.agents().stream()
                .map(agent -> new AgentProfile(
                        agent.type(),
                        agent.share(),
                        agent.gapCv(),
                        agent.length(),
                        new Tools(3, 1, 2, 0, 0),
                        agent.usage()))
                .toList();

        List<Session> before = sessions(config);
        List<Session> after = sessions(config.withAgents(others));

        assertThat(after)
                .extracting(Session::startNanos)
                .isEqualTo(before.stream().map(Session::startNanos).toList());
        assertThat(after)
                .extracting(Session::endNanos)
                .isEqualTo(before.stream().map(Session::endNanos).toList());
        assertThat(after)
                .extracting(Session::usage)
                .isEqualTo(before.stream().map(Session::usage).toList());
    }

    @Test
    void notes_alwaysSayThatItIsSynthetic() {
        try (SessionStream stream = ReferenceWorkload.open(WorkloadConfig.ofSessions(1, 9))) {
            assertThat(stream.notes()).containsExactly("the workload is synthetic, generated with seed 9");
        }
    }

    @Test
    void config_wrongValues_areRefusedWithRuleAndValue() {
        WorkloadConfig config = WorkloadConfig.ofSessions(1, 1);

        assertThatThrownBy(() -> WorkloadConfig.ofSessions(0, 1)).hasMessage("sessions must be at least 1, was 0");
        assertThatThrownBy(() -> WorkloadConfig.ofSpan(Duration.ZERO, 1))
                .hasMessage("span must be above 0 and at most PT876600H, was PT0S");
        assertThatThrownBy(() -> config.withSessionsPerSecond(Double.NaN))
                .hasMessage("sessions per second must be above 0 and at most 1e6, was NaN");
        assertThatThrownBy(() -> config.withAgents(config.agents().subList(0, 1)))
                .hasMessage("shares of the agent types must add up to 1, were 0.4");
        assertThatThrownBy(() -> new Tools(0, 1, 1, 0, 0)).hasMessage("tool count must be from 1 to 10,000, was 0.0");
        AgentProfile twice = config.agents().get(0);
        assertThatThrownBy(() -> config.withAgents(List.of(twice, twice)))
                .hasMessage("agent types must differ, had twice " + AgentType.REACT);
    }

    private Path written(String name, WorkloadConfig config) {
        Path file = folder.resolve(name);
        try (TraceWriter writer = TraceWriter.create(file)) {
            sessions(config).forEach(writer::write);
            writer.commit();
        }
        return file;
    }

    private static List<Session> sessions(WorkloadConfig config) {
        List<Session> sessions = new ArrayList<>();
        try (SessionStream stream = ReferenceWorkload.open(config)) {
            for (Session session = stream.next(); session != null; session = stream.next()) {
                sessions.add(session);
            }
        }
        return sessions;
    }

    private static List<Session> of(AgentProfile agent, List<Session> sessions) {
        return sessions.stream()
                .filter(session -> session.type().equals(agent.type()))
                .toList();
    }

    private static Usage usage(Session session) {
        return requireNonNull(session.usage());
    }

    private static double toolCalls(Session session) {
        return session.steps().stream().filter(step -> step.kind() == Kind.TOOL).count();
    }

    private static double modelShare(List<Session> sessions) {
        double model = 0;
        double all = 0;
        for (Session session : sessions) {
            all += session.durationNanos();
            for (Step step : session.steps()) {
                model += step.kind() == Kind.LLM ? step.durationNanos() : 0;
            }
        }
        return model / all;
    }

    private static double median(List<Session> sessions, ToDoubleFunction<Session> value) {
        return sessions.stream()
                .mapToDouble(value)
                .sorted()
                .skip(sessions.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double cv(List<Session> sessions, ToDoubleFunction<Session> value) {
        double mean = sessions.stream().mapToDouble(value).average().orElseThrow();
        double variance = sessions.stream()
                .mapToDouble(value)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
        return Math.sqrt(variance) / mean;
    }
}
