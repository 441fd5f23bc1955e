package dev.agentperf.reports.gate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * The windows of one fork, for a chart.
 *
 * @param subject what was measured
 * @param metric the metric's name
 * @param side which build
 * @param pair the pair's number, from 1
 * @param windows in order of time
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ForkSeries(Subject subject, String metric, Side side, int pair, List<Double> windows) {

    /** Copies the windows. */
    public ForkSeries {
        windows = List.copyOf(windows);
    }
}
