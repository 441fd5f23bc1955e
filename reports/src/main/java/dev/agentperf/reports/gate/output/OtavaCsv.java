package dev.agentperf.reports.gate.output;

import dev.agentperf.reports.gate.GateReport;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** CSV with columns {@code time}, {@code commit} and one a figure, as Otava reads it. Stateless and thread-safe. */
public final class OtavaCsv {
    private OtavaCsv() {}

    /**
     * Returns two lines: the head line and one point, to be appended to the series of earlier ones.
     *
     * @param time when the head was measured; whole seconds of it, which is all that Otava keeps
     * @param commit the head's commit
     */
    public static String render(GateReport report, Instant time, String commit) {
        List<String> names = new ArrayList<>(List.of("time", "commit"));
        List<String> values =
                new ArrayList<>(List.of(time.truncatedTo(ChronoUnit.SECONDS).toString(), commit));
        for (Point point : Point.of(report)) {
            names.add(point.subject() + " " + point.metric().name());
            values.add(Double.toString(point.median()));
        }
        return line(names) + line(values);
    }

    private static String line(List<String> cells) {
        return cells.stream()
                        .map(cell -> cell.matches("[\\w.:+/-]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(","))
                + "\n";
    }
}
