package dev.agentperf.reports.gate.history;

import dev.agentperf.reports.gate.stats.Logs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a history shows: advice that blocks nothing.
 *
 * @param series how many series
 * @param points how many points they have
 * @param changes the changes of level, by series and time
 */
public record HistoryCheck(int series, int points, List<Change> changes) {
    private static final double THOUSAND = 1_000;

    /** Copies the changes. */
    public HistoryCheck {
        changes = List.copyOf(changes);
    }

    /** Checks every series. */
    public static HistoryCheck of(HistoryData data) {
        List<Series> series = data.series();
        return new HistoryCheck(
                series.size(),
                series.stream().mapToInt(one -> one.points().size()).sum(),
                series.stream().flatMap(one -> changes(one).stream()).toList());
    }

    /** Returns the changes for the worse. */
    public List<Change> alarms() {
        return changes.stream().filter(Change::isWorse).toList();
    }

    /** Returns alarms per 1,000 points; 0 without points. */
    public double alarmsPerThousand() {
        return points == 0 ? 0 : alarms().size() * THOUSAND / points;
    }

    /** Returns the changes of one series. */
    public static List<Change> changes(Series series) {
        double[] values = series.values();
        List<Integer> splits = EDivisive.changes(values);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < splits.size(); i++) {
            int at = splits.get(i);
            int from = Math.max(i == 0 ? 0 : splits.get(i - 1), at - EDivisive.WINDOW);
            int to = i + 1 == splits.size() ? values.length : splits.get(i + 1);
            Series.Point first = series.points().get(at);
            changes.add(new Change(
                    series.key(),
                    first.commit(),
                    first.time(),
                    Logs.median(Arrays.copyOfRange(values, from, at)),
                    Logs.median(Arrays.copyOfRange(values, at, Math.min(to, at + EDivisive.WINDOW))),
                    to - at));
        }
        return changes;
    }
}
