package dev.agentperf.reports.gate.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.gate.Fork;
import dev.agentperf.reports.gate.Subject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MatchedRunsTest {
    private static final Subject NAME = Subject.of("a.B.c");

    @Test
    void oneWayEach_keepsTheName() {
        MatchedRuns runs = MatchedRuns.of(List.of(run("avgt", 1)), List.of(run("thrpt", 2)));

        assertThat(runs.base()).containsOnlyKeys(NAME);
        assertThat(runs.head()).containsOnlyKeys(NAME);
    }

    @Test
    void twoModesOnOneSide_areToldApartOnBoth() {
        MatchedRuns runs = MatchedRuns.of(List.of(run("avgt", 1)), List.of(run("avgt", 1), run("thrpt", 2)));

        assertThat(runs.base().keySet()).extracting(Subject::id).containsExactly("a.B.c (jmh.mode=avgt)");
        assertThat(runs.head().keySet())
                .extracting(Subject::id)
                .containsExactly("a.B.c (jmh.mode=avgt)", "a.B.c (jmh.mode=thrpt)");
    }

    @Test
    void sameWayTwice_putsTheForksTogether() {
        MatchedRuns runs = MatchedRuns.of(List.of(run("avgt", 1), run("avgt", 2)), List.of());

        assertThat(runs.base()).containsOnlyKeys(NAME);
        assertThat(runs.base().values())
                .singleElement()
                .satisfies(run -> assertThat(run.forks())
                        .extracting(fork -> fork.windows().get("wall"))
                        .containsExactly(List.of(1.0), List.of(2.0)));
    }

    private static JmhRun run(String mode, double value) {
        Fork fork = new Fork(Map.of("wall", List.of(value)), 0, Map.of("mode", mode));
        return new JmhRun(NAME, List.of(fork), Map.of());
    }
}
