package dev.agentperf.reports.cli;

import dev.agentperf.reports.model.PlannedSizes;
import dev.agentperf.simulator.capacity.CapacityPlan;
import dev.agentperf.simulator.capacity.HostNeed;
import dev.agentperf.simulator.capacity.Planner;
import dev.agentperf.simulator.capacity.ServiceLevel;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceScan;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plan}: sizes that meet a service level, tried on the rest of the trace. */
@Command(
        name = "plan",
        abbreviateSynopsis = true,
        description = "Find the sizes that meet a service level on a trace's first part; try them on the rest.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf plan --trace runs.jsonl.gz --warm-rate 0.99 --cold-start 500ms",
            "  agentperf plan --trace runs.jsonl.gz --warm-rate 0.95 --cold-start 5s --load 2 --train 0.7",
            "  agentperf plan --trace runs.jsonl.gz --warm-rate 0.99 --cold-start 500ms --host-memory 64GiB",
            "  agentperf plan --trace runs.jsonl.gz --warm-rate 0.99 --cold-start 500ms --claims tool"
        })
final class PlanCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final TraceFiles traces = new TraceFiles();

    @Option(
            names = "--warm-rate",
            paramLabel = "SHARE",
            converter = ShareConverter.class,
            required = true,
            description = "The share of claims that have to start in time, such as 0.99.")
    private double warmRate;

    @Option(
            names = "--max-start",
            paramLabel = "TIME",
            defaultValue = "0s",
            description = "How long a start may take to be in time (default: none but ready containers are).")
    private Duration maxStart = Duration.ZERO;

    @Option(
            names = "--train",
            paramLabel = "SHARE",
            converter = ShareConverter.class,
            defaultValue = "0.5",
            description = "The share of the trace's time to learn on (default: ${DEFAULT-VALUE}).")
    private double train = 0.5;

    @Option(
            names = "--cold-start-factor",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "What if starts took this many times as long (default: ${DEFAULT-VALUE}).")
    private double coldStartFactor = 1;

    @Option(
            names = "--load",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "What if sessions came this many times as fast (default: ${DEFAULT-VALUE}).")
    private double load = 1;

    @Option(
            names = "--host-memory",
            paramLabel = "SIZE",
            description = "What if hosts had this much memory: how many it takes, with --host-cpus.")
    private @Nullable ByteSize hostMemory;

    @Option(
            names = "--host-cpus",
            paramLabel = "N",
            defaultValue = "8",
            description = "Of such a host; starts at once beyond them slow one another (default: ${DEFAULT-VALUE}).")
    private int hostProcessors = 8;

    @Mixin
    private final ContainerOptions containers = new ContainerOptions();

    @Mixin
    private final ClaimantOption claimant = new ClaimantOption();

    @Mixin
    private final TraceInput input = new TraceInput();

    @Mixin
    private final PageOption page = new PageOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    PlanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        json.check();
        page.open();
        ServiceLevel level = new ServiceLevel(
                warmRate, maxStart, coldStart(), containers.resetTime(), containers.reuse(), train, load);
        CapacityPlan plan = plan(level);
        json.write(terminal, plan);
        PlanTable.print(plan, level, json.text(terminal));
        page.write(json.text(terminal), input.seed(), results -> results.write(PlannedSizes.of(level, plan)));
        return ExitCode.OK;
    }

    /* A stock is planned for starts of one length: the mean. */
    private Duration coldStart() {
        if (!(coldStartFactor > 0) || Double.isInfinite(coldStartFactor)) {
            throw new IllegalArgumentException("--cold-start-factor must be positive, was " + coldStartFactor);
        }
        return containers.starts().times(coldStartFactor).mean();
    }

    private CapacityPlan plan(ServiceLevel level) {
        TraceScan scan = input.scan(traces.files(), terminal, claimant::of);
        try (SessionStream sessions = new WatchedSessions(
                claimant.of(input.open(traces.files())),
                Progress.on(terminal).start("plan", scan.summary().sessions()))) {
            return onHosts(Planner.plan(level, scan, sessions));
        }
    }

    private CapacityPlan onHosts(CapacityPlan plan) {
        HostNeed need = plan.hostNeed();
        return hostMemory == null || need == null ? plan : plan.with(need.on(hostMemory.bytes(), hostProcessors));
    }
}
