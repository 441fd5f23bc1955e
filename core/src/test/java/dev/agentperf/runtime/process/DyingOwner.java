package dev.agentperf.runtime.process;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.util.stream.Collectors;

/**
 * A process that creates a container, tells its children's identifiers and where they live, and ends without any
 * farewell.
 */
public final class DyingOwner {
    private DyingOwner() {}

    /** Creates, tells, and ends. */
    public static void main(String[] arguments) {
        ProcessRuntime runtime = new ProcessRuntime(Ticker.system(), Scheduler.system());
        Container container = runtime.create(ContainerSpec.of(AgentType.REACT, "none"))
                .toCompletableFuture()
                .join();
        runtime.message(container, "start sleep 600").toCompletableFuture().join();
        System.out.println(ProcessHandle.current()
                .descendants()
                .map(it -> Long.toString(it.pid()))
                .collect(Collectors.joining(" ")));
        System.out.println(runtime.directory());
        Runtime.getRuntime().halt(9);
    }
}
