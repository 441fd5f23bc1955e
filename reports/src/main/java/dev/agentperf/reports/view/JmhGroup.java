package dev.agentperf.reports.view;

import dev.agentperf.reports.model.JmhResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The benchmarks of one class, those that measure the same thing beside each other.
 *
 * @param name the class's simple name
 * @param rows its results, in the order that JMH ran them
 */
public record JmhGroup(String name, List<Row> rows) {

    /** Copies the rows. */
    public JmhGroup {
        rows = List.copyOf(rows);
    }

    /** Groups results by class, in the order in which the classes first occur. */
    public static List<JmhGroup> of(List<JmhResult> results) {
        Map<String, List<JmhResult>> byClass = new LinkedHashMap<>();
        results.forEach(result ->
                byClass.computeIfAbsent(owner(result), key -> new ArrayList<>()).add(result));
        return byClass.entrySet().stream()
                .map(entry -> new JmhGroup(simple(entry.getKey()), rows(entry.getValue())))
                .toList();
    }

    private static List<Row> rows(List<JmhResult> results) {
        Map<String, List<JmhResult>> peers = results.stream()
                .collect(Collectors.groupingBy(JmhGroup::subject, LinkedHashMap::new, Collectors.toList()));
        return peers.values().stream()
                .flatMap(group -> group.stream().map(result -> Row.of(result, group)))
                .toList();
    }

    /* Peers answer one question: same method, mode and unit; their parameters tell them apart. */
    private static String subject(JmhResult result) {
        return method(result)
                + ' '
                + result.mode()
                + ' '
                + result.primaryMetric().scoreUnit();
    }

    private static String owner(JmhResult result) {
        int dot = result.benchmark().lastIndexOf('.');
        return dot < 0 ? "" : result.benchmark().substring(0, dot);
    }

    private static String method(JmhResult result) {
        return simple(result.benchmark());
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /**
     * One result.
     *
     * @param method the method's name
     * @param params its parameters, {@code name=value} each
     * @param result what JMH wrote
     * @param score the score to show
     * @param timesBest how many times worse than the best of its peers, 1 for the best; NaN where it has no peer
     * @param share the score over the largest of its peers', for a bar; 0 to 1
     * @param errorShare the error on the same scale; 0 where there is none
     */
    public record Row(
            String method,
            List<String> params,
            JmhResult result,
            Score score,
            double timesBest,
            double share,
            double errorShare) {

        private static final String ALLOCATED = "gc.alloc.rate.norm";

        private static Row of(JmhResult result, List<JmhResult> peers) {
            double score = result.primaryMetric().score();
            double most = peers.stream().mapToDouble(Row::top).max().orElse(score);
            return new Row(
                    JmhGroup.method(result),
                    result.params().entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .toList(),
                    result,
                    Score.of(result.primaryMetric()),
                    peers.size() < 2 ? Double.NaN : timesBest(result, peers),
                    most > 0 ? Math.max(0, score / most) : 0,
                    most > 0 ? error(result) / most : 0);
        }

        /** Returns the bytes allocated an operation, {@link Figures#NONE} where the profiler did not run. */
        public String allocated() {
            JmhResult.Metric metric = result.secondaryMetrics().get(ALLOCATED);
            return metric == null ? Figures.NONE : Figures.number(metric.score());
        }

        private static double timesBest(JmhResult result, List<JmhResult> peers) {
            boolean moreIsBetter = result.mode().equals("thrpt");
            double score = result.primaryMetric().score();
            double best = peers.stream()
                    .mapToDouble(peer -> peer.primaryMetric().score())
                    .reduce(moreIsBetter ? Math::max : Math::min)
                    .orElse(score);
            return moreIsBetter ? best / score : score / best;
        }

        private static double top(JmhResult result) {
            return result.primaryMetric().score() + error(result);
        }

        private static double error(JmhResult result) {
            double error = result.primaryMetric().scoreError();
            return Double.isFinite(error) ? Math.max(0, error) : 0;
        }
    }
}
