package dev.agentperf.reports.cli;

import dev.agentperf.jmh.profile.CpuProfiler;
import dev.agentperf.reports.run.BenchmarkFailedException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.ProfilersFailedException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench}: JMH's own command line, with exit codes that tell what happened. */
@Command(
        name = "bench",
        description = "Run the JMH suites. Every argument is JMH's.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf bench -l                                list the benchmarks",
            "  agentperf bench -h                                JMH's own options",
            "  agentperf bench CacheBenchmark -f 3 -prof gc -prof cpu",
            "  agentperf bench -rf json -rff jmh.json"
        })
final class BenchCommand implements Callable<Integer> {
    @Option(names = "--help", usageHelp = true, description = "Show this help; -h shows JMH's.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it before anything runs.
    private boolean help;

    @Parameters(paramLabel = "JMH-OPTION", description = "JMH's options and patterns of benchmarks.")
    private List<String> arguments = List.of();

    private BenchCommand() {}

    /** Returns the command, set to leave every argument as it is. */
    static CommandLine commandLine() {
        return new CommandLine(new BenchCommand())
                .setUnmatchedOptionsArePositionalParams(true)
                .setExpandAtFiles(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setEndOfOptionsDelimiter("\0");
    }

    @Override
    public Integer call() throws IOException {
        try {
            return run(new CommandLineOptions(jmhArguments()));
        } catch (CommandLineOptionException | IllegalArgumentException e) {
            throw new IllegalArgumentException(reason(e) + " (see agentperf bench -h)", e);
        }
    }

    /* JMH lets the names of its enums through as they are: -rf nope. */
    private static String reason(Exception e) {
        return String.valueOf(e.getMessage())
                .replaceFirst("^No enum constant (?:[a-z]+\\.)+(\\w+)\\.(.*)$", "unknown $1 $2");
    }

    /* JMH knows its own profilers by short names, and others by their class. */
    private String[] jmhArguments() {
        String[] words = arguments.toArray(String[]::new);
        for (int i = 1; i < words.length; i++) {
            if (words[i].equals("cpu") && words[i - 1].equals("-prof")) {
                words[i] = CpuProfiler.class.getName();
            }
        }
        return words;
    }

    private int run(CommandLineOptions options) throws IOException, CommandLineOptionException {
        if (options.shouldHelp()) {
            options.showHelp();
        } else if (options.shouldList()) {
            new Runner(options).list();
        } else if (options.shouldListWithParams()) {
            new Runner(options).listWithParams(options);
        } else if (options.shouldListProfilers()) {
            options.listProfilers();
        } else if (options.shouldListResultFormats()) {
            options.listResultFormats();
        } else {
            return measure(options);
        }
        return ExitCode.OK;
    }

    /* JMH goes on after a benchmark that throws, and ends as if nothing had happened: a failure is made one here, unless
     * the user says otherwise. */
    private int measure(CommandLineOptions options) {
        boolean failOnError = options.shouldFailOnError().orElse(true);
        try {
            new Runner(new OptionsBuilder()
                            .parent(options)
                            .shouldFailOnError(failOnError)
                            .build())
                    .run();
            return ExitCode.OK;
        } catch (NoBenchmarksException e) {
            throw new IllegalArgumentException(
                    "no benchmark matches " + String.join(", ", options.getIncludes()) + " (see agentperf bench -l)",
                    e);
        } catch (ProfilersFailedException e) {
            throw new IllegalArgumentException(
                    "no such profiler, or it does not work here (see agentperf bench -lprof)", e);
        } catch (RunnerException e) {
            throw new BenchmarkFailedException("a benchmark failed: " + e.getMessage(), e);
        }
    }
}
