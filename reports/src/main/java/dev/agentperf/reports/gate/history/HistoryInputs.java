package dev.agentperf.reports.gate.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.agentperf.reports.gate.Direction;
import dev.agentperf.reports.gate.Fork;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.read.GateInput;
import dev.agentperf.reports.gate.read.GateInputs;
import dev.agentperf.reports.gate.read.JmhRun;
import dev.agentperf.reports.gate.stats.Logs;
import dev.agentperf.reports.model.ResultsJson;
import dev.agentperf.reports.read.ResultsException;
import dev.agentperf.reports.read.ResultsFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Reads points from what other tools keep: {@code data.js} of github-action-benchmark, JMH's JSON, a gate's
 * {@code gate.json}, CSV; each may be compressed with gzip where it is not JSON. Stateless and thread-safe.
 */
public final class HistoryInputs {
    private static final String DATA_JS = "window.BENCHMARK_DATA";

    private HistoryInputs() {}

    /**
     * Reads a file, told by its content.
     *
     * @param commit what a file that names no commit is of
     * @param time when it was measured, where it does not say
     * @throws ResultsException if it cannot be read
     */
    public static HistoryData read(Path file, String commit, String time) {
        String text = text(file);
        String start = text.stripLeading();
        if (start.startsWith(DATA_JS)) {
            return dataJs(file, start);
        }
        if (start.startsWith("[")) {
            return jmh(file, commit, time);
        }
        if (start.startsWith("{")) {
            return start.lines().findFirst().orElse("").endsWith("}")
                    ? HistoryFile.read(file)
                    : gate(file, commit, time);
        }
        return CsvHistory.read(file, text);
    }

    private static HistoryData dataJs(Path file, String text) {
        Collector lines = new Collector();
        for (Map.Entry<String, JsonNode> group :
                tree(file, text.substring(text.indexOf('{'))).path("entries").properties()) {
            for (JsonNode run : group.getValue()) {
                String commit = run.path("commit").path("id").asText("unknown");
                String time = Instant.ofEpochMilli(run.path("date").asLong()).toString();
                for (JsonNode bench : run.path("benches")) {
                    String unit = bench.path("unit").asText("");
                    SeriesKey key = new SeriesKey(
                            Subject.of(bench.path("name").asText()),
                            group.getKey(),
                            unit,
                            better(unit),
                            SeriesKey.UNKNOWN);
                    lines.add(key, commit, time, bench.path("value").asDouble(Double.NaN));
                }
            }
        }
        return lines.data(file);
    }

    private static HistoryData jmh(Path file, String commit, String time) {
        GateInput input = GateInputs.read(file);
        String fingerprint = Fingerprints.of(input.environment());
        Collector lines = new Collector();
        for (JmhRun run : input.measured()) {
            String all = Fingerprints.of(
                    Map.of("machine", fingerprint, "jvm", run.environment().toString(), "measured", conditions(run)));
            for (Metric metric : List.of(Metric.CPU, Metric.ALLOC, Metric.WALL)) {
                SeriesKey key = new SeriesKey(run.subject(), metric.name(), metric.unit(), metric.better(), all);
                run.forks().stream()
                        .map(fork -> fork.of(metric))
                        .filter(windows -> windows.length > 0)
                        .forEach(windows -> lines.add(key, commit, time, Logs.median(windows)));
            }
        }
        return lines.data(file);
    }

    /* Mode and threads: in another mode the same name is another series. */
    private static String conditions(JmhRun run) {
        return run.forks().stream().map(Fork::conditions).distinct().toList().toString();
    }

    private static HistoryData gate(Path file, String commit, String time) {
        GateReport report = ResultsFile.read(file, GateReport.class);
        String fingerprint = Fingerprints.of(report.environment());
        String at = report.environment() == null ? time : report.environment().startedAt();
        Collector lines = new Collector();
        report.comparisons().forEach(one -> {
            SeriesKey key = new SeriesKey(
                    one.subject(),
                    one.metric().name(),
                    one.metric().unit(),
                    one.metric().better(),
                    fingerprint);
            one.head().forEach(value -> lines.add(key, commit, at, value));
        });
        return lines.data(file);
    }

    /* Operations a second grow when things get better; everything else that benchmarks print is a cost. */
    private static Direction better(String unit) {
        return unit.startsWith("ops/") ? Direction.LARGER : Direction.SMALLER;
    }

    private static JsonNode tree(Path file, String json) {
        try {
            return ResultsJson.reader(JsonNode.class).readTree(json);
        } catch (IOException e) {
            throw new ResultsException(file + ": is cut or no JSON, expected a data.js of github-action-benchmark", e);
        }
    }

    private static String text(Path file) {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
            raw.mark(2);
            boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            try (InputStream in = gzip ? new GZIPInputStream(raw) : raw) {
                return new String(in.readAllBytes(), UTF_8);
            }
        } catch (IOException e) {
            throw new ResultsException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** What a file holds, but for figures that are no numbers. */
    static final class Collector {
        private final List<HistoryLine> lines = new ArrayList<>();
        private int skipped;

        void add(SeriesKey key, String commit, String time, double value) {
            if (Double.isFinite(value)) {
                lines.add(new HistoryLine(HistoryLine.SCHEMA_VERSION, key, commit, time, value));
            } else {
                skipped++;
            }
        }

        HistoryData data(Path file) {
            return new HistoryData(
                    lines,
                    skipped == 0
                            ? List.of()
                            : List.of(file + ": " + skipped + " figures that are no numbers are left out"));
        }
    }
}
