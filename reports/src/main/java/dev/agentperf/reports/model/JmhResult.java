package dev.agentperf.reports.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One benchmark's result, as JMH writes it with {@code -rf json}; the parts that a report needs.
 *
 * @param benchmark the method's full name
 * @param mode {@code thrpt}, {@code avgt}, {@code sample} or {@code ss}
 * @param threads how many threads ran it
 * @param forks how many virtual machines ran it
 * @param measurementIterations iterations a fork
 * @param params the benchmark's parameters by name; empty where there are none
 * @param primaryMetric the score
 * @param secondaryMetrics the profilers' figures by name; empty where there are none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record JmhResult(
        String benchmark,
        String mode,
        int threads,
        int forks,
        int measurementIterations,
        Map<String, String> params,
        Metric primaryMetric,
        Map<String, Metric> secondaryMetrics) {

    /** Copies both maps, ordered by name; an absent one is empty. */
    public JmhResult(
            String benchmark,
            String mode,
            int threads,
            int forks,
            int measurementIterations,
            @Nullable Map<String, String> params,
            Metric primaryMetric,
            @Nullable Map<String, Metric> secondaryMetrics) {
        this.benchmark = benchmark;
        this.mode = mode;
        this.threads = threads;
        this.forks = forks;
        this.measurementIterations = measurementIterations;
        this.params = sorted(params);
        this.primaryMetric = primaryMetric;
        this.secondaryMetrics = sorted(secondaryMetrics);
    }

    private static <V> Map<String, V> sorted(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
    }

    /**
     * One figure.
     *
     * @param score the mean of all iterations
     * @param scoreError half the 99.9 % confidence interval; NaN where one iteration gives none
     * @param scoreConfidence the interval's ends; NaN where there is none
     * @param scoreUnit such as {@code ns/op}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Metric(double score, double scoreError, List<Double> scoreConfidence, String scoreUnit) {

        /** Copies the interval; an absent one is empty. */
        public Metric(double score, double scoreError, @Nullable List<Double> scoreConfidence, String scoreUnit) {
            this.score = score;
            this.scoreError = scoreError;
            this.scoreConfidence = scoreConfidence == null ? List.of() : List.copyOf(scoreConfidence);
            this.scoreUnit = scoreUnit;
        }
    }
}
