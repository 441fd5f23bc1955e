package dev.agentperf.reports.gate.output;

import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.Verdict;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** OpenMetrics 1.0 text, as GitLab's metrics report and the Pushgateway read it. Stateless and thread-safe. */
public final class OpenMetrics {
    private static final String FIGURE = "agentperf_benchmark";
    private static final String COUNT = "agentperf_gate_comparisons";

    private OpenMetrics() {}

    /** Returns the head's figures and how many comparisons came to each verdict. */
    public static String render(GateReport report) {
        StringBuilder text = new StringBuilder();
        family(text, FIGURE, "Median over the forks of the head, in the unit that the label says.");
        Point.of(report).forEach(point -> sample(text, FIGURE, labels(point), Double.toString(point.median())));
        family(text, COUNT, "Comparisons that came to a verdict.");
        for (Verdict verdict : Verdict.values()) {
            Map<String, String> labels = Map.of("verdict", verdict.name().toLowerCase(Locale.ROOT));
            sample(text, COUNT, labels, Long.toString(report.count(verdict)));
        }
        return text.append("# EOF\n").toString();
    }

    private static void family(StringBuilder text, String name, String help) {
        text.append("# TYPE ").append(name).append(" gauge\n");
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    }

    private static void sample(StringBuilder text, String name, Map<String, String> labels, String value) {
        text.append(name)
                .append(labels.entrySet().stream()
                        .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
                        .collect(Collectors.joining(",", "{", "}")))
                .append(' ')
                .append(value)
                .append('\n');
    }

    private static Map<String, String> labels(Point point) {
        Map<String, String> labels = new TreeMap<>();
        labels.put("benchmark", point.subject());
        labels.put("metric", point.metric().name());
        labels.put("unit", point.metric().unit());
        return labels;
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", "\\\\n");
    }
}
