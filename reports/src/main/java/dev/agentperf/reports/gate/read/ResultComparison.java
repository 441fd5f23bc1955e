package dev.agentperf.reports.gate.read;

import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.Method;
import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.NotComparableException;
import dev.agentperf.reports.gate.SingleComparison;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.Suite;
import dev.agentperf.reports.gate.Unjudged;
import dev.agentperf.reports.gate.UnpairedComparison;
import dev.agentperf.reports.gate.stats.PairedBootstrap.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code gate compare}: two results that exist already. Not thread-safe. */
public final class ResultComparison {
    private static final List<Metric> METRICS = List.of(Metric.CPU, Metric.ALLOC, Metric.WALL);

    /* With so few, all of one side beyond all of the other happens by chance more often than once in a hundred. */
    private static final int LEAST = 5;

    private final GateInput base;
    private final GateInput head;
    private final MatchedRuns runs;
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<Unjudged> unjudged = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private ResultComparison(GateInput base, GateInput head) {
        this.base = base;
        this.head = head;
        this.runs = MatchedRuns.of(base.measured(), head.measured());
    }

    /**
     * Compares results of one environment.
     *
     * @throws NotComparableException if they are of different ones
     */
    public static GateReport of(GateInput base, GateInput head) {
        ResultComparison comparison = new ResultComparison(base, head);
        String differences = comparison.differences();
        if (!differences.isEmpty()) {
            throw new NotComparableException(base.name() + " and " + head.name() + ": not comparable, they differ in "
                    + differences + " (--force compares them all the same)");
        }
        return comparison.report();
    }

    /** Compares whatever there is, and warns where the environments differ. */
    public static GateReport forced(GateInput base, GateInput head) {
        ResultComparison comparison = new ResultComparison(base, head);
        String differences = comparison.differences();
        if (!differences.isEmpty()) {
            comparison.warnings.add("The environments differ in " + differences
                    + ": a change of the machine looks like one of the code.");
        }
        return comparison.report();
    }

    private GateReport report() {
        compareForks();
        compareFigures();
        return new GateReport(
                GateReport.SCHEMA_VERSION,
                GateReport.Kind.COMPARE,
                base.name(),
                head.name(),
                null,
                0,
                Suite.corrected(comparisons),
                unjudged,
                List.of(),
                null,
                head.environment(),
                warnings);
    }

    private void compareForks() {
        for (Subject subject : union(runs.base(), runs.head())) {
            JmhRun left = runs.base().get(subject);
            JmhRun right = runs.head().get(subject);
            if (left != null && right != null) {
                compare(subject, left, right);
            } else {
                missing(subject, left != null);
            }
        }
        if (comparisons.stream().anyMatch(one -> one.estimate() != null)) {
            warnings.add(
                    "Unpaired: base and head ran one after the other, so what drifted in between looks like a change,"
                            + " and no fresh pairs can tell; the interleaved pairs of `gate run` do not have this weakness.");
        }
    }

    private void compare(Subject subject, JmhRun left, JmhRun right) {
        if (left.forks().isEmpty() || right.forks().isEmpty()) {
            unjudged.add(new Unjudged(subject, Unjudged.Reason.CHANGED, "A side has no forks."));
            return;
        }
        String differences = left.forks().get(0).differences(right.forks().get(0));
        if (!differences.isEmpty()) {
            unjudged.add(new Unjudged(
                    subject, Unjudged.Reason.CHANGED, "Base and head do not measure the same: " + differences + "."));
            return;
        }
        for (Metric metric : METRICS) {
            UnpairedComparison comparison = new UnpairedComparison(subject, metric, left.forks(), right.forks());
            if (comparison.isMeasured()) {
                comparisons.add(comparison.judge());
            }
        }
    }

    private void compareFigures() {
        Map<String, Figure> bases = byName(base.figures());
        Map<String, Figure> heads = byName(head.figures());
        for (String key : union(bases, heads)) {
            Optional<Figure> left = Optional.ofNullable(bases.get(key));
            Optional<Figure> right = Optional.ofNullable(heads.get(key));
            if (left.isPresent() && right.isPresent()) {
                comparisons.add(compared(left.get(), right.get()));
            } else {
                missing(left.or(() -> right).orElseThrow().subject(), left.isPresent());
            }
        }
    }

    private static Comparison compared(Figure left, Figure right) {
        Interval base = left.range();
        Interval head = right.range();
        if (base == null || head == null) {
            return SingleComparison.exact(left.subject(), left.metric(), left.value(), right.value(), right.notes());
        }
        if (Math.min(left.n(), right.n()) < LEAST) {
            return Comparison.undecided(
                    left.subject(),
                    left.metric(),
                    Method.RANGE,
                    List.of(left.value()),
                    List.of(right.value()),
                    "Fewer than " + LEAST + " observations on a side.");
        }
        return SingleComparison.ranged(left.subject(), left.metric(), left.value(), right.value(), base, head);
    }

    private void missing(Subject subject, boolean inBase) {
        unjudged.add(
                inBase
                        ? new Unjudged(subject, Unjudged.Reason.REMOVED, "The base has it, the head does not.")
                        : new Unjudged(subject, Unjudged.Reason.ADDED, "The head has it, the base does not."));
    }

    private static Map<String, Figure> byName(List<Figure> figures) {
        return figures.stream()
                .collect(Collectors.toMap(
                        figure -> figure.subject().id() + " " + figure.metric().name(),
                        Function.identity(),
                        (first, second) -> second,
                        LinkedHashMap::new));
    }

    private static <K extends Comparable<K>, T> SortedSet<K> union(Map<K, T> left, Map<K, T> right) {
        SortedSet<K> keys = new TreeSet<>(left.keySet());
        keys.addAll(right.keySet());
        return keys;
    }

    /* The results' own, and those of each benchmark's JVM, which its annotations may set. */
    private String differences() {
        Set<String> differences = new LinkedHashSet<>(differences(base.conditions(), head.conditions()));
        runs.base().forEach((subject, left) -> {
            JmhRun right = runs.head().get(subject);
            if (right != null) {
                differences.addAll(differences(left.environment(), right.environment()));
            }
        });
        return String.join(", ", differences);
    }

    private static List<String> differences(Map<String, String> left, Map<String, String> right) {
        return left.entrySet().stream()
                .filter(ours -> right.containsKey(ours.getKey()))
                .filter(ours -> !ours.getValue().equals(right.get(ours.getKey())))
                .map(ours -> ours.getKey() + " (" + ours.getValue() + " or " + right.get(ours.getKey()) + ")")
                .toList();
    }
}
