package dev.agentperf.reports.gate.read;

import dev.agentperf.reports.gate.Direction;
import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.stats.QuantileSample;
import dev.agentperf.reports.read.ResultsException;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.HistogramLogReader;

/** Reads a log of HdrHistogram, {@code .hlog}: the intervals of each tag are merged, their values are nanoseconds. */
final class HistogramFile {
    private static final double NANOS_PER_MS = 1e6;
    private static final double PERCENT = 100;
    private static final int TICKS_PER_HALF = 20;
    private static final double BAND = 0.10;
    private static final Map<String, Double> QUANTILES = Map.of("p50", 0.5, "p90", 0.9, "p99", 0.99, "p99.9", 0.999);

    private HistogramFile() {}

    static List<Figure> read(Path file) {
        Map<String, Histogram> tags = new TreeMap<>();
        try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
            while (reader.hasNext()) {
                EncodableHistogram interval = reader.nextIntervalHistogram();
                if (interval instanceof Histogram histogram) {
                    String tag = histogram.getTag() == null ? "all" : histogram.getTag();
                    tags.computeIfAbsent(tag, name -> new Histogram(histogram.getNumberOfSignificantValueDigits()))
                            .add(histogram);
                }
            }
        } catch (FileNotFoundException e) {
            throw new ResultsException(file + ": no such file or directory", e);
        } catch (RuntimeException e) {
            throw new ResultsException(file + ": not a histogram log: " + e.getMessage(), e);
        }
        tags.values().removeIf(histogram -> histogram.getTotalCount() == 0);
        if (tags.isEmpty()) {
            throw new ResultsException(file + ": no histograms with values, expected a log of HdrHistogram");
        }
        List<Figure> figures = new ArrayList<>();
        tags.forEach((tag, histogram) -> figures.addAll(figures(tag, sample(histogram))));
        return figures;
    }

    private static List<Figure> figures(String tag, QuantileSample sample) {
        return QUANTILES.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .filter(entry -> sample.size() * (1 - entry.getValue()) >= 10)
                .map(entry -> Figure.quantile(
                        Subject.of("latency." + tag),
                        new Metric(entry.getKey(), "ms", Direction.SMALLER, BAND, 0),
                        sample,
                        entry.getValue()))
                .toList();
    }

    private static QuantileSample sample(Histogram histogram) {
        List<QuantileSample.Point> points = new ArrayList<>();
        for (HistogramIterationValue value : histogram.percentiles(TICKS_PER_HALF)) {
            points.add(new QuantileSample.Point(
                    value.getPercentileLevelIteratedTo() / PERCENT, value.getValueIteratedTo() / NANOS_PER_MS));
        }
        return new QuantileSample(histogram.getTotalCount(), points);
    }
}
