package dev.agentperf.reports.starts;

/**
 * How many starts of each kind are measured; 0 leaves a kind out.
 *
 * @param cold a container made for the claim
 * @param warm a container that stood ready
 * @param paused a container that stood ready with its processes stopped
 * @param exec a new process beside the resident agent, in a container that runs
 */
public record StartPlan(int cold, int warm, int paused, int exec) {

    /** Enough to see an order of magnitude, in seconds. */
    public static final StartPlan QUICK = new StartPlan(12, 40, 12, 12);

    /** Enough for a 99th percentile that is more than one observation, in minutes. */
    public static final StartPlan FULL = new StartPlan(100, 300, 100, 60);

    /** Validates every count. */
    public StartPlan {
        if (Math.min(Math.min(cold, warm), Math.min(paused, exec)) < 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative, were " + cold + ", " + warm + ", " + paused + ", " + exec);
        }
    }

    /** Returns how many starts there are in all. */
    public int total() {
        return cold + warm + paused + exec;
    }
}
