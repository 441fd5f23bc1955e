package dev.agentperf.reports.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gate history}: the main branch over time. */
@Command(
        name = "history",
        synopsisSubcommandLabel = "COMMAND",
        description = "Keep the figures of each commit and find where a level changed. Advice: it never fails a build.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf gate history add gate/gate.json --file history.jsonl --commit 1a2b3c",
            "  agentperf gate history check history.jsonl",
            "  agentperf gate history check data.js              of github-action-benchmark"
        })
final class GateHistoryCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private CommandSpec spec;

    private GateHistoryCommand() {}

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new GateHistoryCommand())
                .addSubcommand(new GateHistoryAddCommand(terminal))
                .addSubcommand(new GateHistoryCheckCommand(terminal))
                .addSubcommand(new GateHistoryShowCommand(terminal));
    }

    @Override
    public void run() {
        throw WrongUsage.noCommand(spec);
    }
}
