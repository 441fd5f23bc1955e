package dev.agentperf.reports.gate.read;

import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.stats.QuantileSample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a result that has no forks.
 *
 * @param subject what it is of
 * @param metric the kind of figure
 * @param value the figure
 * @param sample the recorded distribution behind a quantile; null where the figure has no noise
 * @param quantile which quantile of {@code sample} the figure is, 0 to 1; 0 without one
 * @param notes what a reader must know
 */
public record Figure(
        Subject subject,
        Metric metric,
        double value,
        @Nullable QuantileSample sample,
        double quantile,
        List<String> notes) {

    /** Copies the notes. */
    public Figure {
        notes = List.copyOf(notes);
    }

    static Figure exact(Subject subject, Metric metric, double value) {
        return new Figure(subject, metric, value, null, 0, List.of());
    }
}
