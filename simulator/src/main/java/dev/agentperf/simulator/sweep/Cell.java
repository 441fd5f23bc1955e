package dev.agentperf.simulator.sweep;

import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.bounds.CostModel;
import dev.agentperf.simulator.trace.Claimant;
import dev.agentperf.simulator.trace.Placement;
import dev.agentperf.time.Durations;
import java.nio.file.Path;

/**
 * One scenario of a sweep.
 *
 * @param reading what claims, from which trace
 * @param model what starts and idle memory cost
 * @param policy what is tried
 */
public record Cell(Reading reading, CostModel model, PoolPolicy policy) {

    /**
     * What cells have in common that are run in one pass over their trace.
     *
     * @param trace the trace's file
     * @param claimant who has a container
     * @param placement where per-minute counts lie in their minute
     * @param seed what random choices start from
     */
    public record Reading(Path trace, Claimant claimant, Placement placement, long seed) {}

    /** Returns the cell as one line of text; equal cells, and no others, have equal keys. */
    public String key() {
        return String.join(
                " ",
                reading.trace.toString(),
                "claims=" + Grid.written(reading.claimant),
                "placement=" + reading.placement.id(),
                "seed=" + reading.seed,
                "coldStart=" + Durations.format(model.coldStart()),
                "reset=" + Durations.format(model.reset()),
                "reuse=" + Grid.written(model.reuse()),
                "price=" + model.price(),
                "policy=" + policy.name());
    }
}
