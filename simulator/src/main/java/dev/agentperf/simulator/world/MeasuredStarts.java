package dev.agentperf.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.agentperf.AgentPerfException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Cold starts as a run measured them: drawn from their percentile curve, straight between its points.
 *
 * <p>Below the lowest point that was recorded a start takes that point's time: nothing is known to be faster.
 */
final class MeasuredStarts implements StartTimes {
    private static final double NANOS_PER_MS = 1e6;

    private final String file;
    private final long count;
    private final double[] quantiles;
    private final double[] nanos;

    private MeasuredStarts(String file, long count, SortedMap<Double, Double> millisByQuantile) {
        this.file = file;
        this.count = count;
        quantiles = millisByQuantile.keySet().stream().mapToDouble(q -> q).toArray();
        nanos = millisByQuantile.values().stream()
                .mapToDouble(ms -> ms * NANOS_PER_MS)
                .toArray();
    }

    static MeasuredStarts read(Path file) {
        for (JsonNode path : tree(file).path("paths")) {
            if (path.path("path").asText().equals("cold") && path.path("n").asLong() > 0) {
                return of(file, path);
            }
        }
        throw new AgentPerfException(
                file + ": no cold start was measured, expected a starts.json of a run that has one");
    }

    private static JsonNode tree(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new AgentPerfException(file + ": cannot be read as a starts.json: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static MeasuredStarts of(Path file, JsonNode path) {
        TreeMap<Double, Double> points = new TreeMap<>();
        path.path("curve")
                .forEach(point -> points.put(
                        point.path("quantile").asDouble(), point.path("ms").asDouble()));
        Map.of(0.5, "p50", 0.9, "p90", 0.99, "p99", 1.0, "max")
                .forEach((quantile, name) ->
                        points.putIfAbsent(quantile, path.path("ms").path(name).asDouble()));
        double before = 0;
        for (double ms : points.values()) {
            if (!(ms > 0) || ms < before) {
                throw new AgentPerfException(
                        file + ": times of cold starts must be positive and grow with the quantile, " + "was " + ms
                                + " ms after " + before + " ms");
            }
            before = ms;
        }
        return new MeasuredStarts(file.toString(), path.path("n").asLong(), points);
    }

    @Override
    public long drawNanos(RandomGenerator random) {
        return Math.max(1, Math.round(atQuantile(random.nextDouble())));
    }

    private double atQuantile(double quantile) {
        int above = 0;
        while (above < quantiles.length - 1 && quantiles[above] < quantile) {
            above++;
        }
        if (above == 0) {
            return nanos[0];
        }
        double share = (quantile - quantiles[above - 1]) / (quantiles[above] - quantiles[above - 1]);
        return nanos[above - 1] + share * (nanos[above] - nanos[above - 1]);
    }

    @Override
    public Duration mean() {
        double sum = quantiles[0] * nanos[0];
        for (int i = 1; i < quantiles.length; i++) {
            sum += (quantiles[i] - quantiles[i - 1]) * (nanos[i] + nanos[i - 1]) / 2;
        }
        return Duration.ofNanos(Math.max(1, Math.round(sum)));
    }

    @Override
    public String description() {
        return "is drawn from the " + count + " that were measured (" + file + ")";
    }
}
