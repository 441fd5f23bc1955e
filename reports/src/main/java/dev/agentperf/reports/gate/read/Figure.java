package dev.agentperf.reports.gate.read;

import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.SingleComparison;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.stats.PairedBootstrap.Interval;
import dev.agentperf.reports.gate.stats.QuantileSample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a result that has no forks.
 *
 * @param subject what it is of
 * @param metric the kind of figure
 * @param value the figure
 * @param range what holds it with high confidence; null where the figure has no noise
 * @param n how many observations stand behind it; 0 where it has no noise
 * @param notes what a reader must know
 */
public record Figure(
        Subject subject,
        Metric metric,
        double value,
        @Nullable Interval range,
        long n,
        List<String> notes) {

    /** Copies the notes. */
    public Figure {
        notes = List.copyOf(notes);
    }

    static Figure exact(Subject subject, Metric metric, double value) {
        return new Figure(subject, metric, value, null, 0, List.of());
    }

    static Figure quantile(Subject subject, Metric metric, QuantileSample sample, double quantile) {
        return new Figure(
                subject,
                metric,
                sample.at(quantile),
                sample.interval(quantile, SingleComparison.ALPHA),
                sample.size(),
                List.of());
    }
}
