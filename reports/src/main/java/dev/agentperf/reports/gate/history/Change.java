package dev.agentperf.reports.gate.history;

import dev.agentperf.reports.gate.Direction;

/**
 * A change of level, dated to the first commit that has it.
 *
 * @param key which series
 * @param commit the first commit of the new level
 * @param time when that was measured
 * @param before the median of the 50 points before, fewer where the level before had fewer
 * @param after the median of the first 50 points since
 * @param points how many points the new level has
 */
public record Change(SeriesKey key, String commit, String time, double before, double after, int points) {

    /** Returns whether it is one for the worse. */
    public boolean isWorse() {
        return key.better() == Direction.SMALLER ? after > before : after < before;
    }

    /** Returns the change as a share. */
    public double share() {
        return after / before - 1;
    }
}
