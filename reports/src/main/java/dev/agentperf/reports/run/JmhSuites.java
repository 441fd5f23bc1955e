package dev.agentperf.reports.run;

import java.nio.file.Path;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the JMH suites that a profile asks for, in forked JVMs. */
final class JmhSuites {
    private JmhSuites() {}

    /**
     * Runs them.
     *
     * @param results where JMH writes its JSON
     * @param log where JMH writes what it prints
     * @throws BenchmarkFailedException if a benchmark fails
     */
    static void run(Profile profile, Path results, Path log) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(results.toString())
                .output(log.toString());
        profile.limit(options);
        try {
            new Runner(options.build()).run();
        } catch (RunnerException failed) {
            throw new BenchmarkFailedException("benchmarks failed: " + failed.getMessage() + ", see " + log, failed);
        }
    }
}
