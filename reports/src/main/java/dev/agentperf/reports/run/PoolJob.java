package dev.agentperf.reports.run;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import dev.agentperf.reports.model.PoolLoads;
import dev.agentperf.reports.pool.Load;
import dev.agentperf.reports.pool.PoolMeasurement;
import dev.agentperf.runtime.ContainerSpec;
import java.util.Set;

/** Puts the pool under some loads, as deep as a profile says, and tells how it gets on. Not thread-safe. */
public final class PoolJob {
    private final Profile profile;
    private final long seed;
    private final Set<Load> wanted;
    private final RunListener listener;
    private long begun;

    /**
     * Creates the job.
     *
     * @param seed what the arrivals are drawn from
     */
    public PoolJob(Profile profile, long seed, Set<Load> wanted, RunListener listener) {
        this.profile = requireNonNull(profile, "profile");
        this.seed = seed;
        this.wanted = Set.copyOf(wanted);
        this.listener = requireNonNull(listener, "listener");
    }

    /**
     * Runs the job.
     *
     * @param open where containers are made; the caller closes it
     */
    public PoolLoads run(OpenRuntime open) {
        listener.stage("the pool under load on " + open.runtime().name(), wanted.size() + 1);
        ContainerSpec spec = ContainerSpec.of(AgentType.DEFAULT, open.image());
        PoolLoads loads = new PoolMeasurement(open.runtime(), spec, seed, load -> listener.step(begun++))
                .measure(profile.pool(), wanted);
        listener.step(begun);
        return loads;
    }
}
