package dev.agentperf.pool;

import static java.util.Objects.requireNonNull;

import dev.agentperf.stats.LatencySnapshot;
import java.util.OptionalDouble;

/**
 * What a pool has done so far. Immutable.
 *
 * @param claims all claims
 * @param warm claims that found a ready container
 * @param thawed claims granted a container that stood by paused
 * @param cold claims granted after waiting for one
 * @param late claims whose deadline passed
 * @param full claims turned away at the waiting room
 * @param failed claims whose container could not be made
 * @param created containers made
 * @param retired containers ended
 * @param createFailures containers that could not be made, for claims or ahead of them
 * @param quarantined used containers that could not be proved clean, and were ended
 * @param died containers that ended on their own or stopped answering, ready or in use
 * @param dropped leases that were dropped without being released
 * @param trimmed idle containers that were given up because memory was short
 * @param reaped containers of owners that had ended, of whatever pool, which this pool's runtime has removed
 * @param expected claims that were told of ahead ({@link WarmPool#expect})
 * @param ahead containers made for expected claims
 * @param aheadUsed those of them that a claim has had
 * @param idle containers that nobody uses now: ready, or paused
 * @param paused those of them that are paused
 * @param idleBytes the memory limits of the idle ones
 * @param leased containers in use now
 * @param starting containers being made now
 * @param waiting claims that wait now
 * @param peak the most containers alive or being made at once
 * @param oldestIdleSeconds how long the container has been idle that has been idle longest; 0 where none is
 * @param oldestSeconds the age of the oldest container, idle or in use; 0 where none is
 * @param idleSeconds container-seconds spent unused, ready or paused
 * @param idleMbSeconds the same times each container's memory limit, in units of 1,000,000 bytes
 * @param predictedWarmRate the share of claims that the policy expects to be warm, 0 to 1, mean over the types by their
 *     granted claims; empty where it predicts none
 * @param start time from claim to container of all granted claims
 */
public record PoolStats(
        long claims,
        long warm,
        long thawed,
        long cold,
        long late,
        long full,
        long failed,
        long created,
        long retired,
        long createFailures,
        long quarantined,
        long died,
        long dropped,
        long trimmed,
        long reaped,
        long expected,
        long ahead,
        long aheadUsed,
        int idle,
        int paused,
        long idleBytes,
        int leased,
        int starting,
        int waiting,
        int peak,
        double oldestIdleSeconds,
        double oldestSeconds,
        double idleSeconds,
        double idleMbSeconds,
        OptionalDouble predictedWarmRate,
        LatencySnapshot start) {

    /** Validates the prediction and the histogram. */
    public PoolStats {
        requireNonNull(predictedWarmRate, "predictedWarmRate");
        requireNonNull(start, "start");
    }

    /** Returns warm claims over granted ones, 0 to 1; 0 before the first. */
    public double warmRate() {
        long granted = warm + thawed + cold;
        return granted == 0 ? 0 : (double) warm / granted;
    }
}
