package dev.agentperf.runtime.docker;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;

/** A process that creates a container, tells its identifier, and ends without any farewell. */
public final class DyingOwner {
    private DyingOwner() {}

    /** Creates, tells, and ends. */
    public static void main(String[] arguments) {
        DockerRuntime runtime = DockerRuntime.connect(Ticker.system(), Scheduler.system());
        Container container = runtime.create(ContainerSpec.of(AgentType.REACT, DockerRuntime.DEFAULT_IMAGE))
                .toCompletableFuture()
                .join();
        System.out.println(container.id());
        Runtime.getRuntime().halt(9);
    }
}
