package dev.agentperf.reports.gate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What unchanged code shows of a machine.
 *
 * @param comparisons how many were judged: had enough pairs for a verdict
 * @param alarms how many alarmed, all of them false
 * @param rateLow the lower end of the alarm rate's 95 % interval (Clopper and Pearson), 0 to 1
 * @param rateHigh its upper end
 * @param relabelled how often the same pairs alarm in the search when base and head are swapped at random within each
 *     pair, 0 to 1
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Calibration(int comparisons, int alarms, double rateLow, double rateHigh, double relabelled) {

    /** Validates the counts. */
    public Calibration {
        if (alarms < 0 || alarms > comparisons) {
            throw new IllegalArgumentException("alarms must be from 0 to " + comparisons + ", were " + alarms);
        }
    }
}
