package dev.agentperf.simulator.sweep;

import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.bounds.CostModel;
import dev.agentperf.simulator.trace.Placement;
import dev.agentperf.time.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * One scenario of a sweep.
 *
 * @param trace the trace's file
 * @param placement where per-minute counts lie in their minute
 * @param seed what random choices start from
 * @param coldStart how long a container takes from order to ready
 * @param reset how long a reset takes
 * @param reuse what happens to a used container
 * @param price the gigabyte-seconds of idle memory that one second of cold start is worth
 * @param policy what is tried
 */
public record Cell(
        Path trace,
        Placement placement,
        long seed,
        Duration coldStart,
        Duration reset,
        Reuse reuse,
        double price,
        PoolPolicy policy) {

    /** What cells have in common that are run in one pass over their trace. */
    record Reading(Path trace, Placement placement, long seed) {}

    Reading reading() {
        return new Reading(trace, placement, seed);
    }

    CostModel costModel() {
        return new CostModel(coldStart, reset, reuse, price);
    }

    /** Returns the cell as one line of text; equal cells, and no others, have equal keys. */
    public String key() {
        return String.join(
                " ",
                trace.toString(),
                "placement=" + placement.id(),
                "seed=" + seed,
                "coldStart=" + Durations.format(coldStart),
                "reset=" + Durations.format(reset),
                "reuse=" + reuse.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "price=" + price,
                "policy=" + policy.name());
    }
}
