package dev.agentperf.reports.gate.history;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.agentperf.reports.gate.Direction;
import dev.agentperf.reports.gate.Subject;

/**
 * What makes figures of different commits comparable.
 *
 * @param subject the benchmark and its parameters
 * @param metric the metric's name
 * @param unit what it is counted in
 * @param better which way is good
 * @param fingerprint the environment's; another machine or JDK begins another series
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SeriesKey(Subject subject, String metric, String unit, Direction better, String fingerprint)
        implements Comparable<SeriesKey> {

    /** The fingerprint of a source that does not tell where it was measured. */
    public static final String UNKNOWN = "unknown";

    @Override
    public int compareTo(SeriesKey other) {
        return sortKey().compareTo(other.sortKey());
    }

    private String sortKey() {
        return subject.id() + "\n" + metric + "\n" + unit + "\n" + fingerprint;
    }
}
