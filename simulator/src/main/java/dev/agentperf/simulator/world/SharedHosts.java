package dev.agentperf.simulator.world;

import dev.agentperf.simulator.engine.Engine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The {@link Hosts} of one run: which container is where, and how its start goes on. Not thread-safe. */
public final class SharedHosts {
    private final List<Host> hosts;
    private final Map<String, Host> byContainer = new HashMap<>();

    /** Creates hosts without containers. */
    public SharedHosts(Hosts hosts, Engine engine) {
        this.hosts = IntStream.range(0, hosts.count())
                .mapToObj(index -> new Host(engine, hosts.processors(), hosts.memoryBytes()))
                .toList();
    }

    /**
     * Starts a container where most memory is free.
     *
     * @param container its id
     * @param memoryBytes what it holds until it is {@linkplain #end ended}
     * @param workNanos how long its start takes on a processor of its own
     * @param whenStarted told when it has started
     */
    public void start(String container, long memoryBytes, long workNanos, Runnable whenStarted) {
        Host host = hosts.get(0);
        for (Host other : hosts) {
            host = other.freeBytes() > host.freeBytes() ? other : host;
        }
        byContainer.put(container, host);
        host.hold(memoryBytes);
        host.work(workNanos, whenStarted);
    }

    /** Gives a container's memory back. */
    public void end(String container, long memoryBytes) {
        Host host = byContainer.remove(container);
        if (host != null) {
            host.hold(-memoryBytes);
        }
    }
}
