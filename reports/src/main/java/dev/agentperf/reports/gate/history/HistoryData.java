package dev.agentperf.reports.gate.history;

import dev.agentperf.reports.gate.stats.Logs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a history holds.
 *
 * @param lines one a fork, in the order of the file
 * @param notes what could not be read, one sentence each
 */
public record HistoryData(List<HistoryLine> lines, List<String> notes) {

    /** Copies both. */
    public HistoryData {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** Returns the series, each with one point a commit: the median of its forks, in order of time. */
    public List<Series> series() {
        Map<SeriesKey, List<HistoryLine>> byKey = new TreeMap<>();
        lines.forEach(line ->
                byKey.computeIfAbsent(line.key(), key -> new ArrayList<>()).add(line));
        return byKey.entrySet().stream()
                .map(entry -> new Series(entry.getKey(), points(entry.getValue())))
                .toList();
    }

    private static List<Series.Point> points(List<HistoryLine> lines) {
        Map<String, List<HistoryLine>> byCommit = new LinkedHashMap<>();
        lines.forEach(line -> byCommit.computeIfAbsent(line.time() + "\n" + line.commit(), commit -> new ArrayList<>())
                .add(line));
        return byCommit.values().stream()
                .map(forks -> new Series.Point(
                        forks.get(0).commit(),
                        forks.get(0).time(),
                        Logs.median(
                                forks.stream().mapToDouble(HistoryLine::value).toArray())))
                .sorted(Comparator.comparing(Series.Point::time))
                .toList();
    }
}
