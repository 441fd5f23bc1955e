package dev.agentperf.reports.cli;

import dev.agentperf.reports.gate.history.Change;
import dev.agentperf.reports.gate.history.HistoryCheck;
import dev.agentperf.reports.gate.history.HistoryData;
import dev.agentperf.reports.gate.history.HistoryInputs;
import dev.agentperf.reports.view.Figures;
import dev.agentperf.reports.view.GateWords;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gate history check}: finds changes of level. */
@Command(
        name = "check",
        description = "Find where a level changed, dated to its first commit. Always ends with exit code 0 where"
                + " the files can be read.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf gate history check history.jsonl",
            "  agentperf gate history check data.js --json changes.json"
        })
final class GateHistoryCheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A history, data.js, JMH's JSON or CSV; .gz too.")
    private List<Path> files = List.of();

    @Mixin
    private final JsonOption json = new JsonOption();

    GateHistoryCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        json.check();
        files.forEach(file -> InputFile.check(file, "a result or a history"));
        List<HistoryData> all = files.stream()
                .map(file -> HistoryInputs.read(file, file.toString(), ""))
                .toList();
        all.forEach(data -> data.notes().forEach(terminal.notes()::println));
        HistoryCheck check = HistoryCheck.of(new HistoryData(
                all.stream().flatMap(data -> data.lines().stream()).toList(), new ArrayList<>()));
        json.write(terminal, check);
        tell(json.text(terminal), check);
        return ExitCode.OK;
    }

    private static void tell(PrintWriter text, HistoryCheck check) {
        for (Change change : check.changes()) {
            text.println((change.isWorse() ? "worse  " : "better ") + GateWords.change(change.share()) + "  "
                    + change.key().subject().shortName() + " " + change.key().metric() + "  since " + change.commit()
                    + " (" + change.time() + "), " + Figures.count(change.points(), "point"));
        }
        text.println(Figures.count(check.series()) + " series, "
                + Figures.count(check.points(), "point") + ": "
                + Figures.count(check.alarms().size(), "alarm") + ", "
                + Figures.number(check.alarmsPerThousand()) + " per 1,000 points, and "
                + Figures.count(check.changes().size() - check.alarms().size(), "improvement"));
    }
}
