package dev.agentperf.reports.cli;

import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: traces of any known format to ours. */
@Command(
        name = "import",
        description = "Write traces of any known format as one trace of ours.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf import retail.json.gz airline.json.gz --out talks.jsonl.gz",
            "  agentperf import inv.csv.gz --placement uniform --seed 7 --out functions.jsonl.gz",
            "  agentperf import log.csv --columns time=ts,type=model,duration=exec_s --out runs.jsonl"
        })
final class ImportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Traces, .gz allowed.")
    private List<Path> traces = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where our format goes; compressed where the name ends in .gz.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private Path out;

    @Mixin
    private final TraceInput input = new TraceInput();

    @Mixin
    private final JsonOption json = new JsonOption();

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        json.check();
        try (SessionStream sessions = input.open(traces);
                TraceWriter writer = TraceWriter.create(out);
                Progress.Task task = Progress.on(terminal).start("import", 0)) {
            terminal.stop().leave(writer::close);
            long count = copy(sessions, writer, task);
            TraceInput.require(count, traces, sessions);
            writer.commit();
            json.write(
                    terminal, new WrittenTrace(WrittenTrace.SCHEMA_VERSION, out.toString(), count, sessions.notes()));
            json.text(terminal).println(count + " sessions written to " + out);
            sessions.notes().forEach(note -> json.text(terminal).println("Note: " + note));
        }
        return ExitCode.OK;
    }

    static long copy(SessionStream sessions, TraceWriter writer, Progress.Task task) {
        long count = 0;
        for (Session session = sessions.next(); session != null; session = sessions.next()) {
            writer.write(session);
            task.advance(1);
            count++;
        }
        task.done();
        return count;
    }
}
