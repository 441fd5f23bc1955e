package dev.agentperf.simulator.world;

import static java.util.Objects.requireNonNull;

import dev.agentperf.simulator.engine.FaultPlan;
import java.time.Duration;
import java.util.Optional;

/**
 * What containers run on.
 *
 * @param starts how long they take to start
 * @param hosts the machines they share; empty where each has all it needs
 * @param faults how often things go wrong
 */
public record World(StartTimes starts, Optional<Hosts> hosts, FaultPlan.Rates faults) {

    /** Validates every component. */
    public World {
        requireNonNull(starts, "starts");
        requireNonNull(hosts, "hosts");
        requireNonNull(faults, "faults");
    }

    /** Returns the world in which every start takes the same time and nothing is scarce or fails. */
    public static World ideal(Duration coldStart) {
        return new World(StartTimes.constant(coldStart), Optional.empty(), FaultPlan.Rates.NONE);
    }

    /** Returns whether it is {@linkplain #ideal ideal}. */
    public boolean isIdeal() {
        return starts.isConstant() && hosts.isEmpty() && !hasFaults();
    }

    /** Returns whether anything goes wrong at all. */
    public boolean hasFaults() {
        return !faults.equals(FaultPlan.Rates.NONE);
    }
}
