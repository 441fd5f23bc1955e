package dev.agentperf.reports.gate.run;

import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.Fork;
import dev.agentperf.reports.gate.ForkPair;
import dev.agentperf.reports.gate.ForkSeries;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.PairedComparison;
import dev.agentperf.reports.gate.Side;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.Unjudged;
import dev.agentperf.reports.gate.Verdict;
import dev.agentperf.reports.model.Environment;
import dev.agentperf.reports.read.ResultsException;
import dev.agentperf.time.Ticker;
import dev.agentperf.time.WallClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code gate run}: two jars of benchmarks, in interleaved forks. Not thread-safe. */
public final class GateRun {
    private static final String JOURNAL = "journal.jsonl";
    private static final String FORKS = "forks.jsonl";

    private final GateRequest request;
    private final GateListener listener;
    private final List<Unjudged> unmatched = new ArrayList<>();

    /** Creates a run. */
    public GateRun(GateRequest request, GateListener listener) {
        this.request = request;
        this.listener = listener;
    }

    /**
     * Finds the benchmarks that both builds have.
     *
     * @throws ResultsException if there are none
     */
    public List<Subject> subjects() throws InterruptedException {
        Path work = directory();
        Builds builds = request.builds();
        List<Subject> base = builds.base().list(builds.java(), request.include(), work);
        List<Subject> head =
                builds.base().equals(builds.head()) ? base : builds.head().list(builds.java(), request.include(), work);
        unmatched.clear();
        base.stream()
                .filter(subject -> !head.contains(subject))
                .forEach(subject -> unmatched.add(
                        new Unjudged(subject, Unjudged.Reason.REMOVED, "The base has it, the head does not.")));
        head.stream()
                .filter(subject -> !base.contains(subject))
                .forEach(subject -> unmatched.add(
                        new Unjudged(subject, Unjudged.Reason.ADDED, "The head has it, the base does not.")));
        List<Subject> both = base.stream().filter(head::contains).toList();
        if (both.isEmpty()) {
            throw new ResultsException(builds.base().path() + " and "
                    + builds.head().path() + ": no benchmark in common matches " + request.include());
        }
        return both;
    }

    /** Returns how long each fork will measure. */
    public ForkShape shape(List<Subject> subjects) {
        return request.shape().orElseGet(() -> ForkShape.within(request.budget(), subjects.size()));
    }

    /** Returns what can be detected in the time there is. */
    public Forecast forecast(List<Subject> subjects) {
        return Forecast.of(request.plan(0), shape(subjects), subjects, request.calibration());
    }

    /**
     * Measures and judges; goes on where a run of the same builds was stopped.
     *
     * @throws InterruptedException if the caller was interrupted; what was measured can be gone on with
     */
    public GateReport execute(List<Subject> subjects, @Nullable Environment environment) throws InterruptedException {
        Path file = directory().resolve(JOURNAL);
        ForkShape shape = shape(subjects);
        Journal journal = journal(file, shape);
        long seed = Journal.header(file).orElseThrow().seed();
        Draw draw = Draw.of(request.plan(seed), shape, subjects);
        GateOutcome outcome = GateLoop.run(request.plan(seed), draw.drawn(), journal, listener);
        finish(file);
        return report(outcome, draw, seed, environment);
    }

    private Journal journal(Path file, ForkShape shape) {
        JmhForks forks = new JmhForks(request.builds(), shape, directory(), Ticker.system());
        String identity = request.identity(shape);
        Optional<Journal.Header> stopped = Journal.header(file)
                .filter(header -> header.identity().equals(identity))
                .filter(header -> request.seed().isEmpty() || request.seed().get() == header.seed());
        if (stopped.isEmpty()) {
            long seed =
                    request.seed().orElseGet(() -> WallClock.system().instant().toEpochMilli());
            return Journal.begin(file, new Journal.Header(identity, seed), forks);
        }
        Journal journal = Journal.resume(file, forks);
        listener.note("going on with a run that was stopped: " + journal.size() + " forks are done");
        return journal;
    }

    /* Kept beside the result, under another name: the next run begins anew. */
    private static void finish(Path journal) {
        try {
            Files.move(journal, journal.resolveSibling(FORKS), StandardCopyOption.REPLACE_EXISTING);
            for (String name : JmhForks.SCRATCH) {
                Files.deleteIfExists(journal.resolveSibling(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GateReport report(GateOutcome outcome, Draw draw, long seed, @Nullable Environment environment) {
        List<Unjudged> unjudged = new ArrayList<>(unmatched);
        unjudged.addAll(draw.left());
        unjudged.addAll(outcome.unjudged());
        List<Comparison> comparisons = new ArrayList<>();
        List<ForkSeries> series = new ArrayList<>();
        for (GateOutcome.Measured one : outcome.measured()) {
            one.comparisons().forEach(comparison -> comparisons.add(checked(comparison, one.pairs())));
            series.addAll(series(one));
        }
        return new GateReport(
                GateReport.SCHEMA_VERSION,
                request.kind(),
                request.builds().base().path().toString(),
                request.builds().head().path().toString(),
                seed,
                outcome.seconds(),
                comparisons,
                unjudged,
                series,
                request.kind() == GateReport.Kind.CALIBRATE ? Calibrations.of(outcome, request.plan(seed)) : null,
                environment,
                warnings(outcome, environment));
    }

    private static Comparison checked(Comparison comparison, List<ForkPair> pairs) {
        if (comparison.estimate() == null) {
            return comparison;
        }
        double alpha = comparison.estimate().alpha();
        Comparison.CrossCheck check =
                new PairedComparison(comparison.subject(), comparison.metric(), pairs).check(alpha);
        Comparison checked = comparison.checked(check);
        boolean disagrees = (comparison.estimate().ratio() - 1) * (check.hodgesLehmann() - 1) < 0
                && comparison.verdict() != Verdict.EQUIVALENT;
        return disagrees
                ? checked.noted("The robust estimate points the other way: a few forks decide this one.")
                : checked;
    }

    private static List<ForkSeries> series(GateOutcome.Measured one) {
        List<ForkSeries> series = new ArrayList<>();
        for (int pair = 0; pair < one.pairs().size(); pair++) {
            series.add(series(
                    one.subject(), Side.BASE, pair + 1, one.pairs().get(pair).base()));
            series.add(series(
                    one.subject(), Side.HEAD, pair + 1, one.pairs().get(pair).head()));
        }
        return series;
    }

    private static ForkSeries series(Subject subject, Side side, int pair, Fork fork) {
        Metric metric = fork.of(Metric.CPU).length > 0 ? Metric.CPU : Metric.WALL;
        return new ForkSeries(
                subject, metric.name(), side, pair, fork.windows().getOrDefault(metric.name(), List.of()));
    }

    private static List<String> warnings(GateOutcome outcome, @Nullable Environment environment) {
        List<String> warnings = new ArrayList<>(environment == null ? List.of() : environment.warnings());
        if (outcome.outOfTime()) {
            warnings.add("The budget ended before every comparison was decided.");
        }
        return warnings;
    }

    private Path directory() {
        try {
            return Files.createDirectories(request.work()).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
