package dev.agentperf.simulator.result;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What happened over a replay, in spans of equal length from the trace's first start to its last end. However long the
 * trace is, a timeline has a few hundred spans: counts and the mean stock are exact, and the least and the most are
 * those of a few readings a span, so that a peak between two of them is not in it.
 *
 * @param policy the policy as it was asked for
 * @param spanSeconds how long a span is
 * @param readings how many readings a span has
 * @param claims sessions that arrived, one count a span
 * @param coldStarts claims that were granted after waiting for a container
 * @param meanStock the mean number of ready, unused containers
 * @param leastStock the least number of them that was read
 * @param mostStock the most
 * @param leastDemand the least number of sessions that was read to have, or wait for, a container
 * @param mostDemand the most
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Timeline(
        String policy,
        double spanSeconds,
        int readings,
        List<Long> claims,
        List<Long> coldStarts,
        List<Double> meanStock,
        List<Integer> leastStock,
        List<Integer> mostStock,
        List<Integer> leastDemand,
        List<Integer> mostDemand) {

    /** Copies every list; all must be of one length. */
    public Timeline {
        claims = List.copyOf(claims);
        coldStarts = List.copyOf(coldStarts);
        meanStock = List.copyOf(meanStock);
        leastStock = List.copyOf(leastStock);
        mostStock = List.copyOf(mostStock);
        leastDemand = List.copyOf(leastDemand);
        mostDemand = List.copyOf(mostDemand);
        for (List<?> column : List.of(coldStarts, meanStock, leastStock, mostStock, leastDemand, mostDemand)) {
            if (column.size() != claims.size()) {
                throw new IllegalArgumentException(
                        "columns must be of one length, were " + claims.size() + " and " + column.size());
            }
        }
    }

    /** Returns how many spans there are. */
    public int spans() {
        return claims.size();
    }
}
