package dev.agentperf.reports.export;

import static dev.agentperf.reports.export.Markdown.code;
import static dev.agentperf.reports.export.Markdown.name;
import static dev.agentperf.reports.export.Markdown.sentence;

import dev.agentperf.reports.model.Environment;
import dev.agentperf.reports.model.JmhResult;
import dev.agentperf.reports.model.PlannedSizes;
import dev.agentperf.reports.model.PoolLoad;
import dev.agentperf.reports.model.PoolLoads;
import dev.agentperf.reports.model.Predictions;
import dev.agentperf.reports.model.RunReport;
import dev.agentperf.reports.model.StartPath;
import dev.agentperf.reports.model.Starts;
import dev.agentperf.reports.model.SweepCells;
import dev.agentperf.reports.model.Target;
import dev.agentperf.reports.view.Definition;
import dev.agentperf.reports.view.Figures;
import dev.agentperf.reports.view.FirstScreen;
import dev.agentperf.reports.view.JmhGroup;
import dev.agentperf.reports.view.JmhRow;
import dev.agentperf.reports.view.KeyFigure;
import dev.agentperf.reports.view.Label;
import dev.agentperf.reports.view.PlanRow;
import dev.agentperf.reports.view.PolicyFigures;
import dev.agentperf.reports.view.PoolRow;
import dev.agentperf.reports.view.StartNotes;
import dev.agentperf.reports.view.SweepRanking;
import dev.agentperf.reports.view.Verdicts;
import dev.agentperf.simulator.result.Bound;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.result.SimulationResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report for pull requests and terminals: the same verdicts and tables as the page. A pure function of the results.
 * Thread-safe.
 */
public final class MarkdownReport {
    private final RunReport report;
    private final Markdown markdown = new Markdown();

    private MarkdownReport(RunReport report) {
        this.report = report;
    }

    /** Returns the report, which ends in a line feed. */
    public static String render(RunReport report) {
        return new MarkdownReport(report).write();
    }

    private String write() {
        answer(FirstScreen.of(report));
        provenance(report.environment());
        boolean whole = report.isMainRun();
        starts(report.starts(), whole);
        pool(report.pool(), whole);
        policies(report.simulation(), whole);
        plan(report.plan());
        sweep(report.sweep());
        predictors(report.predictions(), whole);
        benchmarks(report.jmh(), whole);
        warnings(report.environment());
        definitions();
        return markdown.toString();
    }

    private void answer(FirstScreen first) {
        Target.Verdict verdict = first.verdict();
        markdown.heading(1, first.question());
        markdown.paragraph(
                "**" + (verdict == null ? "" : Verdicts.glyph(verdict) + " ") + sentence(first.answer()) + "**");
        if (!first.all().isEmpty()) {
            markdown.table(
                    List.of("Figure", "Measured#", "Verdict", "Demanded#", "Spread", "n#", "Taken from"),
                    first.all().stream().map(MarkdownReport::figure));
        }
    }

    private static List<String> figure(KeyFigure figure) {
        Target target = figure.target();
        return List.of(
                name(figure.name()),
                figure.value(),
                target == null
                        ? Figures.NONE
                        : Verdicts.glyph(target.verdict()) + " " + Verdicts.word(target.verdict()),
                target == null ? Figures.NONE : Verdicts.demand(target),
                figure.spread() == null ? Figures.NONE : figure.spread(),
                figure.n() == null ? Figures.NONE : Figures.count(figure.n()),
                figure.basis() == null ? Figures.NONE : sentence(figure.basis()));
    }

    private void provenance(@Nullable Environment environment) {
        if (environment == null) {
            markdown.paragraph("Environment not measured: compare these figures with no others.");
            return;
        }
        Environment.Machine machine = environment.machine();
        Environment.Engine engine = environment.engine();
        markdown.items(List.of(
                "Command: " + code(environment.commandLine()),
                "Started " + Markdown.sentence(Label.instant(environment.startedAt())) + ", agentperf "
                        + name(environment.agentperf())
                        + ", profile " + name(environment.profile()) + ", seed "
                        + (environment.seed() == null ? "none" : environment.seed()),
                "Machine: " + name(machine.cpu()) + ", " + Figures.count(machine.cores(), "core") + ", "
                        + Figures.bytes(machine.memoryBytes()) + ", " + name(machine.os()) + ", kernel "
                        + name(machine.kernel()) + ", control groups " + name(machine.cgroup()),
                "Java: " + name(environment.jvm().version()) + ", "
                        + name(environment.jvm().vendor()) + ", "
                        + sentence(String.join(", ", environment.jvm().gc())),
                "Engine: " + (engine == null ? "none" : name((engine.name() + " " + engine.version()).strip()))));
    }

    private void starts(@Nullable Starts starts, boolean whole) {
        if (starts == null && !whole) {
            return;
        }
        markdown.heading(2, "Starts on a real runtime");
        if (starts == null || starts.paths().isEmpty()) {
            markdown.paragraph("Not measured: this run started nothing on a real runtime.");
            return;
        }
        markdown.paragraph("Time from claim to first answer on " + name(starts.runtime()) + ", image "
                + code(starts.image()) + ".");
        markdown.table(
                List.of("Path", "n#", "Failures#", "p50#", "p90#", "p99#", "max#"),
                starts.paths().stream().map(MarkdownReport::path));
        StartNotes.fewStarts(starts).map(Markdown::sentence).ifPresent(markdown::paragraph);
    }

    private static List<String> path(StartPath path) {
        StartPath.Quantiles ms = path.ms();
        List<String> counts = List.of(name(path.path()), Figures.count(path.n()), Figures.count(path.failures()));
        Stream<String> times = Stream.of(ms.p50(), ms.p90(), ms.p99(), ms.max())
                .map(value -> path.n() == 0 ? "not measured" : Figures.millis(value));
        return Stream.concat(counts.stream(), times).toList();
    }

    private void policies(@Nullable SimulationResult simulation, boolean whole) {
        if (simulation == null && !whole) {
            return;
        }
        markdown.heading(2, "Policies on this trace");
        if (simulation == null || simulation.runs().isEmpty()) {
            markdown.paragraph("Not measured: no trace was replayed.");
            return;
        }
        markdown.paragraph(Figures.count(simulation.trace().sessions(), "session") + " of "
                + Figures.count(simulation.trace().types(), "agent type") + " over "
                + Figures.seconds(simulation.trace().spanSeconds()) + ".");
        if (!simulation.assumptions().isEmpty()) {
            markdown.items(
                    simulation.assumptions().stream().map(Markdown::sentence).toList());
        }
        markdown.table(
                List.of(
                        "Policy",
                        "Warm rate#",
                        "Cold starts#",
                        "Start p50#",
                        "p99#",
                        "max#",
                        "Mean idle#",
                        "Idle GB·s#",
                        "Cost#",
                        "Regret#",
                        "Tool hits#",
                        "Stats saved#"),
                Stream.concat(
                        simulation.runs().stream().map(MarkdownReport::policy),
                        simulation.bounds().stream().map(MarkdownReport::bound)));
        if (!simulation.bounds().isEmpty()) {
            regrets(simulation);
        }
    }

    private void regrets(SimulationResult simulation) {
        List<Bound> bounds = simulation.bounds();
        markdown.paragraph("Regret: the cost over that of each bound.");
        markdown.table(
                Stream.concat(Stream.of("Policy"), bounds.stream().map(bound -> name(bound.bound()) + "#"))
                        .toList(),
                simulation.runs().stream()
                        .map(run -> Stream.concat(
                                        Stream.of(name(run.policy())),
                                        bounds.stream().map(bound -> PolicyFigures.regret(run, bound)))
                                .toList()));
    }

    private void pool(@Nullable PoolLoads pool, boolean whole) {
        if (pool == null && !whole) {
            return;
        }
        markdown.heading(2, "The pool under load");
        if (pool == null || pool.loads().isEmpty()) {
            markdown.paragraph("Not measured: this run put no load on a pool.");
            return;
        }
        markdown.paragraph("Claims on " + name(pool.runtime()) + ", image " + code(pool.image())
                + ". The clock of a claim starts when its plan says, not when the machine gets to it.");
        for (PoolLoad load : pool.loads()) {
            markdown.paragraph("**" + name(load.name()) + "**. "
                    + PoolRow.story(load).stream().map(Markdown::sentence).collect(Collectors.joining(" ")));
            markdown.table(
                    List.of("Figure", "Measured#", "Spread#", "n#", "Demanded#", "Verdict", "Published by others"),
                    PoolRow.of(load).stream().map(MarkdownReport::poolRow));
        }
    }

    private static List<String> poolRow(PoolRow row) {
        Target.Verdict verdict = row.verdict();
        return List.of(
                sentence(row.name()),
                row.measured(),
                row.spread(),
                row.n(),
                row.demand(),
                verdict == null ? Figures.NONE : Verdicts.glyph(verdict) + " " + Verdicts.word(verdict),
                sentence(row.published()));
    }

    private static List<String> policy(PolicyRun run) {
        return List.of(
                name(run.policy()),
                PolicyFigures.warmRate(run),
                Figures.count(run.coldStarts()),
                PolicyFigures.start(run, run.startMs().p50()),
                PolicyFigures.start(run, run.startMs().p99()),
                PolicyFigures.start(run, run.startMs().max()),
                Figures.number(run.meanIdle()),
                Figures.gigabyteSeconds(run.idleMbSeconds()),
                Figures.number(run.cost()),
                run.regret() == null ? Figures.NONE : Figures.number(run.regret()),
                PolicyFigures.toolHits(run),
                PolicyFigures.statsSaved(run));
    }

    private static List<String> bound(Bound bound) {
        String none = Figures.NONE;
        return List.of(
                "bound: " + name(bound.bound()),
                none,
                Figures.count(bound.coldStarts()),
                none,
                none,
                none,
                none,
                Figures.gigabyteSeconds(bound.idleMbSeconds()),
                Figures.number(bound.cost()),
                none,
                none,
                none);
    }

    private void plan(@Nullable PlannedSizes planned) {
        if (planned == null) {
            return;
        }
        markdown.heading(2, "Sizes by agent type");
        markdown.table(
                List.of(
                        "Type",
                        "Size#",
                        "Learned on#",
                        "Unseen rest#",
                        "95 % interval",
                        "Claims#",
                        "Mean idle#",
                        "Promised"),
                PlanRow.of(planned.plan()).stream().map(MarkdownReport::size));
    }

    private static List<String> size(PlanRow row) {
        return List.of(
                name(row.type()),
                row.size(),
                row.predicted(),
                row.validated(),
                row.spread(),
                row.claims(),
                row.meanIdle(),
                sentence(row.promised()));
    }

    private void sweep(@Nullable SweepCells sweep) {
        if (sweep == null) {
            return;
        }
        markdown.heading(2, "Policies over all scenarios");
        markdown.table(
                List.of("Policy", "Scenarios#", "Cheapest in#", "Dearer, mean#", "Dearer, at worst#", "Cold starts#"),
                SweepRanking.of(sweep).policies().stream()
                        .map(rank -> List.of(
                                name(rank.policy()),
                                Figures.count(rank.scenarios()),
                                Figures.count(rank.wins()),
                                Figures.percent(rank.meanExcess()),
                                Figures.percent(rank.worstExcess()),
                                Figures.percent(rank.coldRate()))));
    }

    private void predictors(@Nullable Predictions predictions, boolean whole) {
        if (predictions == null && !whole) {
            return;
        }
        markdown.heading(2, "Predicted limits");
        if (predictions == null || predictions.runs().isEmpty()) {
            markdown.paragraph("Not measured: the run had no recorded usage to predict.");
            return;
        }
        markdown.table(
                List.of(
                        "Predictor",
                        "Resource",
                        "n#",
                        "Within limit#",
                        "Miss rate#",
                        "Worst type#",
                        "Slack#",
                        "Shortfall#"),
                predictions.runs().stream().map(MarkdownReport::predictor));
    }

    private static List<String> predictor(Predictions.PredictorRun run) {
        boolean none = run.predictions() == 0;
        return List.of(
                name(run.predictor()),
                name(run.resource()),
                Figures.count(run.predictions()),
                none ? Figures.NONE : Figures.percent(1 - run.missRate()),
                none ? Figures.NONE : Figures.percent(run.missRate()),
                none ? Figures.NONE : Figures.percent(run.worstTypeMissRate()),
                none ? Figures.NONE : Figures.number(run.slack()),
                none ? Figures.NONE : Figures.number(run.shortfall()));
    }

    private void benchmarks(List<JmhResult> results, boolean whole) {
        if (results.isEmpty() && !whole) {
            return;
        }
        markdown.heading(2, "Benchmarks");
        if (results.isEmpty()) {
            markdown.paragraph("Not measured: no JMH suite was run.");
            return;
        }
        if (report.environment() != null && report.environment().isQuick()) {
            markdown.paragraph("**Smoke, not evidence**: the quick profile's few iterations bear no comparison.");
        }
        markdown.table(
                List.of("Benchmark", "Parameters", "Score#", "± error#", "Unit", "Of ours#", "B/op#"),
                JmhGroup.of(results).stream()
                        .flatMap(group -> group.rows().stream().map(row -> benchmark(group, row))));
    }

    private static List<String> benchmark(JmhGroup group, JmhRow row) {
        return List.of(
                name(group.name() + "." + row.method()),
                row.params().stream().map(Markdown::name).collect(Collectors.joining(", ")),
                row.score().value(),
                row.score().error(),
                name(row.score().unit()),
                Figures.number(row.ofOurs()),
                row.allocated());
    }

    private void warnings(@Nullable Environment environment) {
        if (environment != null && !environment.warnings().isEmpty()) {
            markdown.heading(2, "Warnings");
            markdown.items(
                    environment.warnings().stream().map(Markdown::sentence).toList());
        }
    }

    private void definitions() {
        markdown.heading(2, "What each figure means");
        markdown.items(Definition.all().stream()
                .map(definition -> "**" + definition.term() + "**: " + definition.text())
                .toList());
    }
}
