package dev.agentperf.reports.cli;

import dev.agentperf.simulator.trace.Placement;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceFormat;
import dev.agentperf.simulator.trace.TraceOptions;
import dev.agentperf.simulator.trace.Traces;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** How traces are read: the options of every command that takes one. */
final class TraceInput {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "auto",
            converter = TraceFormatConverter.class,
            description = "auto (by content), agentperf, azure-llm, azure-functions or tau2 (default: auto).")
    private TraceFormat format = TraceFormat.AUTO;

    @Option(
            names = "--placement",
            paramLabel = "WHERE",
            defaultValue = "even",
            description = "Where per-minute counts lie in their minute: start, even or uniform (default: even).")
    private Placement placement = Placement.EVEN;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "What random choices start from (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    /** Opens the files as one trace. */
    SessionStream open(List<Path> files) {
        return Traces.open(files, new TraceOptions(format, placement, seed));
    }

    long seed() {
        return seed;
    }
}
