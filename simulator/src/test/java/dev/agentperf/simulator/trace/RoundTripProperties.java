package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.cache.UserTurn;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import dev.agentperf.simulator.trace.Session.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

final class RoundTripProperties {
    private static final long FIRST = -9_000_000_000_000_000_000L;
    private static final long LONGEST = 10_000_000_000_000_000L;

    @Property(tries = 200)
    void read_whatWasWritten_isEqual(@ForAll("traces") List<Session> trace) throws IOException {
        Path file = Files.createTempFile("trace", trace.size() % 2 == 0 ? ".jsonl" : ".jsonl.gz");
        try {
            write(trace, file);

            TraceOptions ours = TraceOptions.defaults().withFormat(TraceFormat.AGENTPERF);
            try (SessionStream stream = Traces.open(List.of(file), ours)) {
                Reading.Result result = Reading.all(stream);
                assertThat(result.sessions()).isEqualTo(trace);
                assertThat(result.notes()).isEmpty();
            }
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 200)
    void merge_anyTraces_isTheStableSortOfAll(@ForAll("traces") List<Session> a, @ForAll("traces") List<Session> b) {
        List<Session> all = new ArrayList<>(a);
        all.addAll(b);
        all.sort(Comparator.comparingLong(Session::startNanos));

        try (SessionStream merged = new MergedSessions(List.of(SessionStream.of(a), SessionStream.of(b)))) {
            assertThat(Reading.all(merged).sessions()).isEqualTo(all);
        }
    }

    @Provide
    Arbitrary<List<Session>> traces() {
        return session()
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(sessions -> sessions.stream()
                        .sorted(Comparator.comparingLong(Session::startNanos))
                        .toList());
    }

    private static Arbitrary<Session> session() {
        Arbitrary<String> name = Arbitraries.strings().ofMaxLength(20);
        Arbitrary<AgentType> type = Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(text -> !text.isBlank())
                .map(AgentType::new);
        Arbitrary<Long> start = Arbitraries.longs().between(FIRST, -FIRST);
        Arbitrary<Long> duration = Arbitraries.longs().between(0, LONGEST);
        return Combinators.combine(name, type, start, duration, steps(name), usage())
                .as((id, agent, from, nanos, steps, usage) ->
                        new Session(id, agent, from, from + nanos, within(steps, nanos), usage));
    }

    private static List<Step> within(List<Step> steps, long nanos) {
        return steps.stream().filter(step -> step.atNanos() <= nanos).toList();
    }

    private static Arbitrary<List<Step>> steps(Arbitrary<String> name) {
        Arbitrary<Long> nanos = Arbitraries.longs().between(0, LONGEST);
        Arbitrary<@Nullable UserTurn> turn =
                Combinators.combine(name, name).as(UserTurn::new).injectNull(0.5);
        return Combinators.combine(Arbitraries.of(Kind.values()), name, nanos, nanos, turn)
                .as((kind, called, at, took, said) -> new Step(kind, called, at, took, kind == Kind.LLM ? said : null))
                .list()
                .ofMaxSize(4)
                .map(steps -> steps.stream()
                        .sorted(Comparator.comparingLong(Step::atNanos))
                        .toList());
    }

    private static Arbitrary<@Nullable Usage> usage() {
        Arbitrary<Double> amount = Arbitraries.oneOf(
                Arbitraries.just(Double.NaN),
                Arbitraries.doubles().between(0, 1e12).ofScale(12));
        return Combinators.combine(amount, amount, amount).as(Usage::new).injectNull(0.3);
    }

    private static void write(List<Session> trace, Path file) {
        try (TraceWriter writer = TraceWriter.create(file)) {
            trace.forEach(writer::write);
            writer.commit();
        }
    }
}
