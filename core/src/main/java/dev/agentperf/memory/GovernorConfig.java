package dev.agentperf.memory;

import java.time.Duration;

/**
 * When a {@link MemoryGovernor} acts. Shares are of {@link MemoryReading#usedShare()}.
 *
 * @param elevatedShare pressure is elevated from here on; more than {@code hysteresis}
 * @param criticalShare pressure is critical from here on; more than {@code elevatedShare}, at most 1
 * @param hysteresis how far below its threshold the share must fall before a level ends; 0 or more
 * @param collection whether the governor may ask the JVM for a collection by itself
 * @param collectionInterval the least time between two collections that it asks for by itself; more than zero
 */
public record GovernorConfig(
        double elevatedShare,
        double criticalShare,
        double hysteresis,
        Collection collection,
        Duration collectionInterval) {

    /** Elevated from 75 %, critical from 90 %, both until 5 points below; never collects by itself. */
    public static final GovernorConfig DEFAULT =
            new GovernorConfig(0.75, 0.90, 0.05, Collection.ON_COMMAND, Duration.ofMinutes(1));

    /** Validates every component. */
    public GovernorConfig {
        if (!(hysteresis >= 0 && hysteresis < elevatedShare)) {
            throw new IllegalArgumentException(
                    "hysteresis must be from 0 to below elevatedShare, was " + hysteresis + " with " + elevatedShare);
        }
        if (!(elevatedShare < criticalShare && criticalShare <= 1)) {
            throw new IllegalArgumentException("criticalShare must be above elevatedShare and at most 1, was "
                    + criticalShare + " with " + elevatedShare);
        }
        if (collectionInterval.isNegative() || collectionInterval.isZero()) {
            throw new IllegalArgumentException("collectionInterval must be more than zero, was " + collectionInterval);
        }
    }

    /** Returns this configuration with another rule for collections. */
    public GovernorConfig withCollection(Collection rule) {
        return new GovernorConfig(elevatedShare, criticalShare, hysteresis, rule, collectionInterval);
    }

    /** Whether the governor asks the JVM for a garbage collection. */
    public enum Collection {
        /** Only when {@link MemoryGovernor#collect()} is called. */
        ON_COMMAND,
        /**
         * Also by itself: when the process is idle, less than half of the committed heap is live, and not too often.
         */
        WHEN_WORTH_IT
    }
}
