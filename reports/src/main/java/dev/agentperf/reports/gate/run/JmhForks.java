package dev.agentperf.reports.gate.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.agentperf.jmh.profile.CpuProfiler;
import dev.agentperf.reports.gate.Fork;
import dev.agentperf.reports.gate.Side;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.read.JmhFile;
import dev.agentperf.reports.gate.read.JmhRun;
import dev.agentperf.time.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Runs forks as JMH does, each side with its own jar and its own JMH. Not thread-safe. */
final class JmhForks implements ForkRunner {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final String RESULTS = "fork.json";
    private static final String LOG = "fork.log";

    /** The files of the work directory that nobody needs afterwards. */
    static final List<String> SCRATCH = List.of(RESULTS, LOG, ProfilerJar.FILE);

    private final Builds builds;
    private final ForkShape shape;
    private final Path work;
    private final Path profiler;
    private final Ticker ticker;

    /**
     * Creates a runner.
     *
     * @param work a directory for results and logs; the log of a fork that failed stays
     */
    JmhForks(Builds builds, ForkShape shape, Path work, Ticker ticker) {
        this.builds = builds;
        this.shape = shape;
        this.work = work;
        this.ticker = ticker;
        this.profiler = ProfilerJar.write(work);
    }

    @Override
    public Fork run(ForkTask task) throws InterruptedException {
        Path results = work.resolve(RESULTS);
        Path log = work.resolve(LOG);
        try {
            Files.deleteIfExists(results);
            long begun = ticker.read();
            int code = ChildJvm.run(command(task, results), work, log);
            double seconds = (ticker.read() - begun) / NANOS_PER_SECOND;
            if (code != 0 || !Files.exists(results)) {
                throw failure(task, log);
            }
            return fork(task, JmhFile.read(results), seconds, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Fork fork(ForkTask task, List<JmhRun> runs, double seconds, Path log) throws IOException {
        if (runs.isEmpty() || runs.get(0).forks().isEmpty()) {
            throw failure(task, log);
        }
        JmhRun run = runs.get(0);
        Fork fork = run.forks().get(0);
        Map<String, String> conditions = new TreeMap<>(fork.conditions());
        conditions.putAll(run.environment());
        conditions.remove("jvmArgs");
        return new Fork(fork.windows(), seconds, conditions);
    }

    private List<String> command(ForkTask task, Path results) {
        Path jar =
                task.side() == Side.BASE ? builds.base().path() : builds.head().path();
        List<String> command = new ArrayList<>(List.of(
                builds.java().toString(),
                // Another JMH on this machine is noise like any other's, and no reason to fail.
                "-Djmh.ignoreLock=true",
                "-cp",
                jar + System.getProperty("path.separator") + profiler,
                "org.openjdk.jmh.Main",
                "^" + Pattern.quote(task.subject().benchmark()) + "$"));
        task.subject().params().forEach((name, value) -> command.addAll(List.of("-p", name + "=" + value)));
        command.addAll(List.of("-f", "1", "-wi", "0", "-i", Integer.toString(shape.windows())));
        command.addAll(List.of("-r", shape.window().toMillis() + "ms", "-foe", "true"));
        command.addAll(List.of("-prof", CpuProfiler.class.getName(), "-prof", "gc"));
        command.addAll(List.of("-rf", "json", "-rff", results.toString()));
        if (!builds.jvmArgs().isEmpty()) {
            command.addAll(List.of("-jvmArgsAppend", String.join(" ", builds.jvmArgs())));
        }
        return command;
    }

    private ForkFailedException failure(ForkTask task, Path log) throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log, UTF_8) : List.of();
        Path kept = work.resolve(
                "failed-" + name(task.subject()) + "-" + (task.side() == Side.BASE ? "base" : "head") + ".log");
        Files.write(kept, lines, UTF_8);
        return new ForkFailedException(task.subject().id() + " failed in the "
                + (task.side() == Side.BASE ? "base" : "head") + ": " + FailureText.of(lines) + ", see " + kept);
    }

    private static String name(Subject subject) {
        return subject.shortName().replaceAll("[^\\w.=-]+", "-");
    }
}
