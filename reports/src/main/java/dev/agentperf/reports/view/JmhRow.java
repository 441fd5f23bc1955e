package dev.agentperf.reports.view;

import dev.agentperf.reports.model.JmhResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One result beside its peers.
 *
 * @param method the method's name
 * @param params its parameters, {@code name=value} each
 * @param result what JMH wrote
 * @param score the score to show
 * @param ofOurs the score over that of ours, 1 for ours itself; NaN without peers
 * @param share the score over the longest bar of its peers, 0 to 1; NaN without peers
 * @param errorShare the error on the same scale; 0 where there is none
 */
public record JmhRow(
        String method,
        List<String> params,
        JmhResult result,
        Score score,
        double ofOurs,
        double share,
        double errorShare) {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** Returns whether another result stands beside it. */
    public boolean hasPeers() {
        return !Double.isNaN(share);
    }

    /** Returns the row's anchor. */
    public String id() {
        return Anchor.of(
                "benchmark", result.benchmark() + " " + result.mode() + " " + result.threads() + " " + result.params());
    }

    /** Returns the bytes allocated an operation, {@link Figures#NONE} where the profiler did not run. */
    public String allocated() {
        JmhResult.Metric metric = result.secondaryMetrics().get(ALLOCATED);
        return metric == null ? Figures.NONE : Figures.number(metric.score());
    }

    /** Returns the rows of results that answer one question, ours first. */
    static List<JmhRow> of(List<JmhResult> peers, Predicate<JmhResult> isOurs) {
        Optional<JmhResult> ours = peers.size() < 2
                ? Optional.empty()
                : peers.stream().filter(isOurs).findFirst();
        double longest = peers.stream().mapToDouble(JmhRow::reach).max().orElse(0);
        return peers.stream()
                .sorted(Comparator.comparing((JmhResult result) -> !isOurs.test(result)))
                .map(result -> row(
                        result,
                        ours.map(our -> value(result) / value(our)).orElse(Double.NaN),
                        ours.isPresent() && longest > 0 ? longest : Double.NaN))
                .toList();
    }

    private static JmhRow row(JmhResult result, double ofOurs, double longest) {
        return new JmhRow(
                JmhGroup.method(result),
                result.params().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList(),
                result,
                Score.of(result.primaryMetric()),
                ofOurs,
                value(result) / longest,
                Double.isNaN(longest) ? 0 : error(result) / longest);
    }

    private static double value(JmhResult result) {
        return result.primaryMetric().score();
    }

    private static double reach(JmhResult result) {
        return value(result) + error(result);
    }

    private static double error(JmhResult result) {
        double error = result.primaryMetric().scoreError();
        return Double.isFinite(error) ? Math.max(0, error) : 0;
    }
}
