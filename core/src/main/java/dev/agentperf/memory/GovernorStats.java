package dev.agentperf.memory;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a {@link MemoryGovernor} has seen and done since its creation.
 *
 * @param pressure as of the last check; {@code NORMAL} before the first
 * @param checks how often memory was read
 * @param collections how often it asked the JVM for a collection
 * @param trimmers what each trimmer released, in their order
 */
public record GovernorStats(MemoryPressure pressure, long checks, long collections, List<Trimmed> trimmers) {

    /** Validates and copies every component. */
    public GovernorStats {
        requireNonNull(pressure, "pressure");
        trimmers = List.copyOf(trimmers);
    }

    /**
     * What one trimmer did.
     *
     * @param name what it gives up
     * @param runs how often it ran
     * @param released how many things it gave up
     */
    public record Trimmed(String name, long runs, long released) {}
}
