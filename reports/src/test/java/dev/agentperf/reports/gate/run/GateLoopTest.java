package dev.agentperf.reports.gate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.Fork;
import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.Side;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.Unjudged;
import dev.agentperf.reports.gate.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GateLoopTest {
    private static final Subject ONE = Subject.of("B.one");
    private static final Subject TWO = Subject.of("B.two");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void run_headTwiceAsSlow_isConfirmedAfterTheFirstLooks() throws InterruptedException {
        List<ForkTask> tasks = new ArrayList<>();

        GateOutcome outcome = run(HOUR, List.of(ONE), task -> {
            tasks.add(task);
            return fork(task.side() == Side.HEAD ? 200 : 100, 5);
        });

        Comparison cpu = outcome.comparisons().get(0);
        assertThat(cpu.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(cpu.confirmation()).isNotNull();
        assertThat(tasks).filteredOn(task -> task.phase() == Phase.SEARCH).hasSize(12);
        assertThat(tasks).filteredOn(task -> task.phase() == Phase.CONFIRM).hasSize(12);
    }

    @Test
    void run_alarmThatDoesNotComeAgain_isInconclusive() throws InterruptedException {
        GateOutcome outcome = run(
                HOUR,
                List.of(ONE),
                task -> fork(task.phase() == Phase.SEARCH && task.side() == Side.HEAD ? 200 : 100, 5));

        assertThat(outcome.comparisons())
                .filteredOn(one -> one.metric().equals(Metric.CPU))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
                    assertThat(one.notes()).contains("An alarm that 24 fresh pairs did not confirm.");
                });
    }

    @Test
    void run_sameCode_isEquivalentAfterSixPairs() throws InterruptedException {
        GateOutcome outcome = run(HOUR, List.of(ONE), task -> fork(100, 5));

        assertThat(outcome.comparisons()).allMatch(one -> one.verdict() == Verdict.EQUIVALENT);
        assertThat(outcome.measured().get(0).pairs()).hasSize(6);
    }

    @Test
    void run_forksOfAPair_areAdjacentAndInBothOrders() throws InterruptedException {
        List<ForkTask> tasks = new ArrayList<>();

        run(HOUR, List.of(ONE, TWO), task -> {
            tasks.add(task);
            return fork(100, 5);
        });

        List<Side> first = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i += 2) {
            assertThat(tasks.get(i).pair()).isEqualTo(tasks.get(i + 1).pair());
            assertThat(tasks.get(i).subject()).isEqualTo(tasks.get(i + 1).subject());
            assertThat(tasks.get(i).side()).isNotEqualTo(tasks.get(i + 1).side());
            first.add(tasks.get(i).side());
        }
        assertThat(first).contains(Side.BASE, Side.HEAD);
    }

    @Test
    void run_sameSeed_isTheSame() throws InterruptedException {
        assertThat(run(HOUR, List.of(ONE, TWO), new SimulatedMachine(3, 0.1)))
                .isEqualTo(run(HOUR, List.of(ONE, TWO), new SimulatedMachine(3, 0.1)));
    }

    @Test
    void run_benchmarkThatThrows_isNamedAndTheOthersGoOn() throws InterruptedException {
        GateOutcome outcome = run(HOUR, List.of(ONE, TWO), task -> {
            if (task.subject().equals(ONE)) {
                throw new ForkFailedException("B.one failed in the head");
            }
            return fork(100, 5);
        });

        assertThat(outcome.unjudged())
                .containsExactly(new Unjudged(ONE, Unjudged.Reason.FAILED, "B.one failed in the head"));
        assertThat(outcome.measured()).extracting(GateOutcome.Measured::subject).containsExactly(TWO);
    }

    @Test
    void run_budgetOfFourPairs_judgesWhatIsThere() throws InterruptedException {
        GateOutcome outcome = run(Duration.ofSeconds(40), List.of(ONE), new SimulatedMachine(1, 0));

        assertThat(outcome.outOfTime()).isTrue();
        assertThat(outcome.measured().get(0).pairs()).hasSize(3);
        assertThat(outcome.comparisons()).hasSize(3);
    }

    @Test
    void run_modeThatChanged_isReportedAndNotJudged() throws InterruptedException {
        GateOutcome outcome = run(
                HOUR,
                List.of(ONE),
                task -> new Fork(Map.of(), 1, Map.of("mode", task.side() == Side.BASE ? "avgt" : "thrpt")));

        assertThat(outcome.unjudged()).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo(Unjudged.Reason.CHANGED);
            assertThat(one.message()).contains("mode avgt or thrpt");
        });
    }

    @Test
    void run_zeroAndNaN_areInconclusiveAndSaid() throws InterruptedException {
        for (double value : new double[] {0, -3, Double.NaN, Double.POSITIVE_INFINITY}) {
            GateOutcome outcome = run(HOUR, List.of(ONE), task -> fork(value, 5));

            assertThat(outcome.comparisons())
                    .filteredOn(one -> !one.metric().equals(Metric.ALLOC))
                    .allSatisfy(one -> {
                        assertThat(one.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
                        assertThat(one.notes().get(0)).contains("there is no ratio");
                    });
        }
    }

    private static GateOutcome run(Duration budget, List<Subject> subjects, ForkRunner runner)
            throws InterruptedException {
        return GateLoop.run(GatePlan.of(7, budget), subjects, runner, GateListener.NONE);
    }

    private static Fork fork(double nanos, double seconds) {
        List<Double> windows = Collections.nCopies(12, nanos);
        return new Fork(
                Map.of("cpu", windows, "wall", windows, "alloc", Collections.nCopies(12, 48.0)), seconds, Map.of());
    }
}
