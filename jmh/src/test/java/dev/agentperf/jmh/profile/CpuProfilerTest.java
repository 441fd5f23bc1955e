package dev.agentperf.jmh.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The oracle is the clock: one thread that never waits cannot use more CPU time than wall time, nor much less. */
final class CpuProfilerTest {
    @Test
    void threads_oneBusyThread_takeNoMoreThanWallTime() throws RunnerException {
        Map<String, Double> scores = measure();

        double wall = scores.getOrDefault("spin", Double.NaN);
        double threads = scores.getOrDefault(CpuProfiler.THREADS, Double.NaN);
        double process = scores.getOrDefault(CpuProfiler.PROCESS, Double.NaN);
        assertThat(threads).isPositive().isLessThan(1.1 * wall);
        assertThat(process).isGreaterThanOrEqualTo(0.5 * threads);
    }

    private static Map<String, Double> measure() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("SpinBenchmark")
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .forks(0)
                        .warmupIterations(1)
                        .warmupTime(TimeValue.milliseconds(200))
                        .measurementIterations(2)
                        .measurementTime(TimeValue.milliseconds(200))
                        .addProfiler(CpuProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        RunResult result = results.iterator().next();
        Map<String, Double> scores = new HashMap<>();
        scores.put("spin", result.getPrimaryResult().getScore());
        result.getSecondaryResults().forEach((name, other) -> scores.put(name, other.getScore()));
        return scores;
    }
}
