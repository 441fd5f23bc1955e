package dev.agentperf.reports.gate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.Fork;
import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.Side;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.UnpairedComparison;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How often the gate alarms on nothing, and how often it finds what is there, on a simulated machine.
 *
 * <p>A few seconds by default; {@code mvn -pl reports -am -Pgate-study test -Dtest=FalseAlarmsTest
 * -Dsurefire.failIfNoSpecifiedTests=false} runs each 2,000 times and prints the rates.
 */
final class FalseAlarmsTest {
    private static final int RUNS = Integer.getInteger("agentperf.gate.runs", 20);
    private static final int SUITE = 50;
    private static final List<Metric> ALL = List.of(Metric.CPU, Metric.ALLOC, Metric.WALL);
    private static final Duration ENOUGH = Duration.ofDays(1);

    @Test
    void suites_ofUnchangedCode_alarmAtMostOnceInAHundred() throws InterruptedException {
        int alarms = 0;
        int suites = 0;
        for (int run = 0; run < RUNS; run++) {
            long alarmed = alarmed(new SimulatedMachine(run, 0), run, SUITE, 24, ALL);
            alarms += (int) alarmed;
            suites += alarmed > 0 ? 1 : 0;
        }

        tell("A/A, suites of " + SUITE + ": benchmarks alarmed", alarms, RUNS * SUITE);
        tell("A/A, suites of " + SUITE + ": suites alarmed", suites, RUNS);
        assertThat(alarms).isLessThanOrEqualTo((int) Math.ceil(0.005 * RUNS * SUITE));
        assertThat(suites).isLessThanOrEqualTo((int) Math.ceil(0.01 * RUNS));
    }

    @Test
    void single_unchangedBenchmark_alarmsAtMostFiveTimesInAThousand() throws InterruptedException {
        int alarms = 0;
        for (int run = 0; run < 10 * RUNS; run++) {
            alarms += (int) alarmed(new SimulatedMachine(run, 0), run, 1, 24, ALL);
        }

        tell("A/A, one benchmark: alarmed", alarms, 10 * RUNS);
        assertThat(alarms).isLessThanOrEqualTo((int) Math.ceil(0.005 * 10 * RUNS));
    }

    /** What `gate compare` is up against: ten forks of one build, then ten of the other. */
    @Test
    void blocks_ofUnchangedCode_alarmWhereTheMachineDrifts() {
        int runs = 10 * RUNS;
        int alarms = 0;
        for (int run = 0; run < runs; run++) {
            SimulatedMachine machine = new SimulatedMachine(run, 0);
            List<Fork> base = forks(machine, Side.BASE);
            List<Fork> head = forks(machine, Side.HEAD);
            alarms += new UnpairedComparison(Subject.of("B.b"), Metric.CPU, base, head)
                            .judge()
                            .isAlarm()
                    ? 1
                    : 0;
        }

        tell("A/A, ten forks after ten forks: alarmed", alarms, runs);
        assertThat(alarms).isGreaterThan(runs / 100);
    }

    private static List<Fork> forks(SimulatedMachine machine, Side side) {
        return IntStream.rangeClosed(1, 10)
                .mapToObj(pair -> machine.run(new ForkTask(Phase.SEARCH, Subject.of("B.b"), pair, side)))
                .toList();
    }

    @Test
    void fivePercent_atTwentyPairs_isFound() throws InterruptedException {
        assertThat(found(0.05, 20)).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void tenPercent_atTenPairs_isFound() throws InterruptedException {
        assertThat(found(0.10, 10)).isGreaterThanOrEqualTo(0.98);
    }

    /* By CPU time alone, so that no second metric helps. */
    private static double found(double growth, int pairs) throws InterruptedException {
        int runs = 5 * RUNS;
        int found = 0;
        for (int run = 0; run < runs; run++) {
            found += (int) alarmed(new SimulatedMachine(run, growth), run, 1, pairs, List.of(Metric.CPU));
        }
        tell("+" + Math.round(100 * growth) + " % at " + pairs + " pairs: found", found, runs);
        return (double) found / runs;
    }

    private static long alarmed(SimulatedMachine machine, long seed, int benchmarks, int pairs, List<Metric> metrics)
            throws InterruptedException {
        GatePlan plan = GatePlan.of(seed, ENOUGH).withMetrics(metrics).withMaxPairs(pairs);
        List<Subject> subjects = IntStream.range(0, benchmarks)
                .mapToObj(i -> Subject.of("Benchmark.b" + i))
                .toList();
        return GateLoop.run(plan, subjects, machine, GateListener.NONE).measured().stream()
                .filter(one -> one.comparisons().stream().anyMatch(Comparison::isAlarm))
                .count();
    }

    private static void tell(String what, int count, int of) {
        System.out.printf("%s %d of %d, %.3f %%%n", what, count, of, 100.0 * count / of);
    }
}
