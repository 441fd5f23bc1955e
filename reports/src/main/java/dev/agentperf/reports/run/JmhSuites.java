package dev.agentperf.reports.run;

import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the JMH suites that a profile asks for, in forked JVMs. */
final class JmhSuites {
    private JmhSuites() {}

    /**
     * Runs them.
     *
     * @param results where JMH writes its JSON
     * @param log where JMH writes what it prints
     * @param percent hears how much of its time JMH takes to be over, 0 to 100
     * @throws BenchmarkFailedException if a benchmark fails
     */
    static void run(Profile profile, Path results, Path log, LongConsumer percent) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(results.toString());
        profile.limit(options);
        // Half an hour of measuring must not be lost because another JMH runs: the environment tells of the load.
        System.setProperty("jmh.ignoreLock", "true");
        try (WatchedLog out = WatchedLog.open(log, percent)) {
            new Runner(options.build(), OutputFormatFactory.createFormatInstance(out, VerboseMode.NORMAL)).run();
        } catch (RunnerException failed) {
            throw new BenchmarkFailedException("benchmarks failed: " + failed.getMessage() + ", see " + log, failed);
        }
    }
}
