package dev.agentperf.reports.cli;

import dev.agentperf.simulator.engine.FaultPlan.Rates;
import dev.agentperf.simulator.world.Hosts;
import dev.agentperf.simulator.world.StartTimes;
import dev.agentperf.simulator.world.World;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What simulated containers run on. */
final class HostOptions {
    private static final int MOST = 100_000;

    @Option(
            names = "--hosts",
            paramLabel = "N",
            description = "How many hosts containers share (default: no end of them).")
    private int hosts;

    @Option(
            names = "--host-cpus",
            paramLabel = "N",
            defaultValue = "8",
            description = "Of a host; more starts at once slow one another down (default: ${DEFAULT-VALUE}).")
    private int processors = 8;

    @Option(
            names = "--host-memory",
            paramLabel = "SIZE",
            defaultValue = "64GiB",
            description = "Of a host, never over-committed (default: ${DEFAULT-VALUE}).")
    private ByteSize memory = new ByteSize(64L << 30);

    @Option(
            names = "--faults",
            paramLabel = "RATES",
            converter = FaultsConverter.class,
            description = "fail=0.01,death=0.001 for example; of fail, hang, slow, unclean, death.")
    private Rates faults = Rates.NONE;

    World world(StartTimes starts) {
        if (hosts > MOST) {
            throw new IllegalArgumentException("hosts must be at most " + MOST + ", was " + hosts);
        }
        return new World(
                starts,
                hosts == 0 ? Optional.empty() : Optional.of(new Hosts(hosts, processors, memory.bytes())),
                faults);
    }
}
