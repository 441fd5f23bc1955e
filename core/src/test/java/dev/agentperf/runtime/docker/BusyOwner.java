package dev.agentperf.runtime.docker;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.host.Owner;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.util.ArrayDeque;
import java.util.Deque;

/** A process that keeps some containers and exchanges them without end, until somebody ends it. */
public final class BusyOwner {
    private static final int KEPT = 3;

    private BusyOwner() {}

    /** Tells its owner label when it has as many as it keeps, and goes on. */
    public static void main(String[] arguments) {
        DockerRuntime runtime = DockerRuntime.connect(Ticker.system(), Scheduler.system());
        ContainerSpec spec = ContainerSpec.of(AgentType.REACT, DockerRuntime.DEFAULT_IMAGE);
        Deque<Container> kept = new ArrayDeque<>();
        while (true) {
            kept.add(runtime.create(spec).toCompletableFuture().join());
            if (kept.size() == KEPT) {
                System.out.println(Owner.current().label());
                runtime.destroy(kept.remove());
            }
        }
    }
}
