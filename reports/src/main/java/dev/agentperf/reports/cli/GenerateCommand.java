package dev.agentperf.reports.cli;

import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceWriter;
import dev.agentperf.simulator.workload.ReferenceWorkload;
import dev.agentperf.simulator.workload.WorkloadConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code generate}: the reference workload as a trace. */
@Command(
        name = "generate",
        description = "Write a synthetic trace: four agent types, bursty arrivals, published figures.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf generate --out reference.jsonl.gz",
            "  agentperf generate --sessions 1000000 --seed 7 --out large.jsonl.gz"
        })
final class GenerateCommand implements Callable<Integer> {
    /** A session in eleven days: slower ones reach the end of time before they are many. */
    private static final double SLOWEST = 1e-6;

    private final Terminal terminal;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where the trace goes; compressed where the name ends in .gz.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private Path out;

    @Option(
            names = "--sessions",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many sessions (default: ${DEFAULT-VALUE}).")
    private long sessions = 10_000;

    @Option(
            names = "--rate",
            paramLabel = "PER-SECOND",
            description = "Sessions a second, in the mean (default: the reference workload's).")
    private double rate;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "What random choices start from (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private final JsonOption json = new JsonOption();

    GenerateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        json.check();
        if (rate != 0 && rate < SLOWEST) {
            throw new IllegalArgumentException("rate must be at least " + SLOWEST + ", was " + rate);
        }
        WorkloadConfig reference = WorkloadConfig.ofSessions(sessions, seed);
        WorkloadConfig config = rate == 0 ? reference : reference.withSessionsPerSecond(rate);
        try (SessionStream stream = ReferenceWorkload.open(config);
                TraceWriter writer = TraceWriter.create(out);
                Progress.Task task = Progress.on(terminal).start("generate", sessions)) {
            terminal.stop().leave(writer::close);
            long count = ImportCommand.copy(stream, writer, task);
            writer.commit();
            json.write(terminal, new WrittenTrace(WrittenTrace.SCHEMA_VERSION, out.toString(), count, List.of()));
            json.text(terminal).println(count + " sessions written to " + out);
        }
        return ExitCode.OK;
    }
}
