package dev.agentperf.reports.cli;

import dev.agentperf.simulator.bounds.CostModel;
import dev.agentperf.simulator.replay.ReplayConfig;
import dev.agentperf.simulator.replay.Replays;
import dev.agentperf.simulator.result.Timelines;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceScan;
import dev.agentperf.simulator.world.World;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code simulate}: a trace under each policy. */
@Command(
        name = "simulate",
        abbreviateSynopsis = true,
        description = "Replay traces through the shipped optimizer under each policy.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf simulate --trace runs.jsonl.gz --policies fixed:5,keepalive:10m \\",
            "                     --cold-start 500ms --out out",
            "  agentperf simulate --trace a.json b.json --cold-start out/results/starts.json \\",
            "                     --hosts 4 --host-memory 64GiB --faults fail=0.01",
            "  agentperf simulate --trace a.json --claims tool --hints predicted --cold-start 500ms"
        })
final class SimulateCommand implements Callable<Integer> {
    private static final String USUAL = "fixed:10,keepalive:10m,hybrid,slo:0.99,breakeven,hazard,adaptive";

    private final Terminal terminal;

    @Mixin
    private final TraceFiles traces = new TraceFiles();

    @Option(
            names = "--policies",
            paramLabel = "POLICY",
            split = ",",
            defaultValue = USUAL,
            converter = PricedPolicy.Converter.class,
            description = "fixed:N, keepalive:D, slo:R, hybrid, breakeven:P, hazard:P, adaptive:P, greedydual; "
                    + "several with commas, at --price where P is not given (default: ${DEFAULT-VALUE}).")
    private List<PricedPolicy> policies = List.of();

    @Option(
            names = "--price",
            paramLabel = "GB-S",
            defaultValue = "300",
            description = "Idle gigabyte-seconds that a second of cold start is worth (default: ${DEFAULT-VALUE}).")
    private double price = CostModel.DEFAULT_PRICE;

    @Mixin
    private final ContainerOptions containers = new ContainerOptions();

    @Mixin
    private final ClaimOptions claims = new ClaimOptions();

    @Mixin
    private final HostOptions hosts = new HostOptions();

    @Mixin
    private final TraceInput input = new TraceInput();

    @Mixin
    private final PageOption page = new PageOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        json.check();
        claims.check();
        page.open();
        World world = hosts.world(containers.starts());
        ReplayConfig config = new ReplayConfig(
                policies.stream().map(policy -> policy.at(price)).toList(),
                world.starts().mean(),
                containers.resetTime(),
                containers.reuse(),
                input.seed(),
                price,
                world);
        TraceScan scan = input.scan(traces.files(), terminal, claims::claims);
        Replays.Recording recording;
        try (Progress.Task task =
                Progress.on(terminal).start("replay", scan.summary().sessions())) {
            long[] told = {0};
            LongConsumer progress = arrived -> {
                task.advance(arrived - told[0]);
                told[0] = arrived;
            };
            Replays replays = new Replays(config, progress, claims.hints(), () -> input.open(traces.files()));
            recording = replay(replays, scan);
            task.done();
        }
        json.write(terminal, recording.result());
        PolicyTable.print(recording.result(), json.text(terminal));
        page.write(json.text(terminal), input.seed(), results -> {
            results.write(recording.result());
            results.write(recording.timelines());
        });
        return ExitCode.OK;
    }

    /* Only a page shows what happened over time. */
    private Replays.Recording replay(Replays replays, TraceScan scan) {
        Supplier<SessionStream> sessions = () -> claims.claims(input.open(traces.files()));
        return page.isGiven()
                ? replays.record(sessions, scan)
                : new Replays.Recording(replays.run(sessions, scan), Timelines.NONE);
    }
}
