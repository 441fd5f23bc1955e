package dev.agentperf.pool.policy;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * A {@link PoolPolicy} for the containers of one agent type.
 *
 * <p>Not thread-safe: the pool calls it from one thread at a time, in the order of what happened. Times are nanoseconds
 * of the pool's ticker.
 */
@FunctionalInterface
public interface TypePolicy {

    /**
     * Returns how many containers the pool keeps in circulation without being asked: idle, being made, and, where they
     * are reused, claimed. 0 or more. The pool asks again after every event.
     */
    int stock(long nowNanos);

    /** Returns whether {@link #claimed} is worth a call; the same answer always. */
    default boolean learnsFromClaims() {
        return false;
    }

    /**
     * Learns that a claim arrived; called for every one where {@link #learnsFromClaims} says so, else as it comes.
     *
     * @param nowNanos when
     * @param warm whether it found a ready container
     */
    default void claimed(long nowNanos, boolean warm) {}

    /**
     * Decides what follows a claim whose container will not serve again: a fresh one can be ordered from the claim on,
     * long before the use ends. Asked after {@link #claimed}, for every claim, and only where containers serve once.
     *
     * @param nowNanos when the claim arrived
     */
    default IdlePlan replacement(long nowNanos) {
        return IdlePlan.NONE;
    }

    /**
     * Decides what follows a use that has just ended, where its container does not belong to the stock.
     *
     * @param nowNanos when it ended
     */
    default IdlePlan released(long nowNanos) {
        return IdlePlan.NONE;
    }

    /**
     * Learns that all is over that began with a claim: its container is clean again or has been ended, or it got none.
     * Called once for every claim, after {@link #released} where there was a use, and only where containers are reused.
     *
     * @param nowNanos when
     */
    default void finished(long nowNanos) {}

    /**
     * Returns whether one container more is to be made than those that follow claims: a reserve, for a claim that
     * nothing foretells. Asked when the type is announced before its first claim, and after each claim.
     */
    default boolean needsReserve() {
        return false;
    }

    /**
     * Returns how long a container of the reserve stays ready. Asked when it is there, for its cold start is known
     * then.
     */
    default Duration reserveTime() {
        return Duration.ZERO;
    }

    /**
     * Decides what a claim is worth that is seen coming: whether a container is made for it, when that is ordered, and
     * how long it then stays ready. The pool makes none where one stands ready that no other expected claim will take.
     *
     * @param nowNanos when it was announced; its times count from then
     */
    default IdlePlan expected(long nowNanos, ExpectedClaim claim) {
        return IdlePlan.NONE;
    }

    /**
     * Returns what idle containers of the type are worth where the pool has no room for a claim: of those that are
     * worth least, the one goes that has been idle longest. The same for every type by default. From any thread.
     */
    default double worth() {
        return 0;
    }

    /**
     * Learns that an idle container was given up to make room.
     *
     * @param usesServed how many uses it had served; 0 for a fresh one
     */
    default void evicted(int usesServed) {}

    /**
     * Returns the share of claims that the policy expects its present stock to serve warm, 0 to 1; empty where it
     * predicts none, or has not seen a claim.
     */
    default OptionalDouble predictedWarmRate() {
        return OptionalDouble.empty();
    }
}
