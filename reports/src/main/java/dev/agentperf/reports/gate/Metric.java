package dev.agentperf.reports.gate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One kind of figure that is compared.
 *
 * @param name a short word, such as {@code cpu}
 * @param unit what it is counted in
 * @param better which way is good
 * @param band the indifference band, a share: changes up to it fail nothing and, once proven, are called equivalent; 0
 *     where figures compare exactly
 * @param floor what is as good as nothing, in {@code unit}: smaller values count as this one; 0 for none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Metric(String name, String unit, Direction better, double band, double floor) {

    /** CPU time of the benchmark's threads for one operation: what a busy neighbour does not change. */
    public static final Metric CPU = new Metric("cpu", "ns/op", Direction.SMALLER, 0.03, 0);

    /** Bytes allocated for one operation. No object is smaller than 8 bytes: less than 1 is the profiler's own. */
    public static final Metric ALLOC = new Metric("alloc", "B/op", Direction.SMALLER, 0.01, 1);

    /** Wall time of one operation. */
    public static final Metric WALL = new Metric("wall", "ns/op", Direction.SMALLER, 0.05, 0);

    /** Validates the band and the floor. */
    public Metric {
        if (!(band >= 0 && band < 1)) {
            throw new IllegalArgumentException("band must be from 0 to below 1, was " + band);
        }
        if (!(floor >= 0)) {
            throw new IllegalArgumentException("floor must not be negative, was " + floor);
        }
    }

    /** Returns the same metric with another band. */
    public Metric withBand(double other) {
        return new Metric(name, unit, better, other, floor);
    }
}
