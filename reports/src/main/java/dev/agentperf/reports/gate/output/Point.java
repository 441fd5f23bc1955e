package dev.agentperf.reports.gate.output;

import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.stats.Logs;
import java.util.List;

/** The head's forks of one comparison, as trackers of single figures see them. */
final class Point {
    private final Comparison one;
    private final double[] values;

    private Point(Comparison one) {
        this.one = one;
        this.values = one.head().stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    /** Returns the points of a report; a comparison whose head has no figure that is a number has none. */
    static List<Point> of(GateReport report) {
        return report.comparisons().stream()
                .map(Point::new)
                .filter(point -> point.values.length > 0)
                .toList();
    }

    String subject() {
        return one.subject().id();
    }

    Metric metric() {
        return one.metric();
    }

    int forks() {
        return values.length;
    }

    double median() {
        return Logs.median(values);
    }

    double low() {
        return values[0];
    }

    double high() {
        return values[values.length - 1];
    }
}
