package dev.agentperf.reports.gate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.agentperf.reports.gate.stats.Logs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How much of what is found in real histories is noise: each level that was found is set to one, the order of the
 * points is drawn anew, and what is still found is false.
 */
final class HistoryNoiseTest {
    private static final int ORDERS = 5;

    @ParameterizedTest
    @ValueSource(strings = {"softwaremill-jox/data.js.gz", "opentelemetry-java/data_28d4e6e.js.gz"})
    void check_levelsRemovedAndOrderDrawnAnew_alarmsLessThanOnceInTenThousandPoints(String name) {
        List<Series> known = trace(name).series();
        Random random = new Random(1);
        int alarms = 0;
        int points = 0;
        for (Series series : known) {
            List<Double> flat = flat(series);
            for (int order = 0; order < ORDERS; order++) {
                Collections.shuffle(flat, random);
                alarms += (int) HistoryCheck.changes(numbered(series.key(), flat)).stream()
                        .filter(Change::isWorse)
                        .count();
                points += flat.size();
            }
        }

        assertThat((double) alarms / points).isLessThan(1e-4);
    }

    private static List<Double> flat(Series series) {
        double[] values = series.values();
        List<Double> flat = new ArrayList<>();
        List<Integer> ends = new ArrayList<>(EDivisive.changes(values));
        ends.add(values.length);
        for (int end : ends) {
            double[] level = Arrays.copyOfRange(values, flat.size(), end);
            double median = Logs.median(level);
            Arrays.stream(level).forEach(value -> flat.add(value / median));
        }
        return flat;
    }

    private static Series numbered(SeriesKey key, List<Double> values) {
        List<Series.Point> points = new ArrayList<>();
        values.forEach(value -> points.add(new Series.Point("c" + points.size(), "", value)));
        return new Series(key, points);
    }

    private static HistoryData trace(String name) {
        String set = System.getenv("AGENTPERF_TRACES");
        Path file = (set != null ? Path.of(set) : Path.of("../../shared/traces")).resolve("jmh-history/" + name);
        assumeThat(file).exists();
        return HistoryInputs.read(file, "", "");
    }
}
