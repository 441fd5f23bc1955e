package dev.agentperf.reports.cli;

import dev.agentperf.reports.machine.EngineProbe;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gate}: the regression gate. */
@Command(
        name = "gate",
        synopsisSubcommandLabel = "COMMAND",
        description = "Tell a regression from noise: pairs of forks, a verdict with its certainty, confirmation.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf gate run --base base.jar --head head.jar       measure both, interleaved",
            "  agentperf gate compare base.json head.json               compare what exists",
            "  agentperf gate calibrate benchmarks.jar                  what this machine can tell",
            "  agentperf gate history check history.jsonl               where did a level change?",
            "",
            "Exit codes: 0 nothing regressed, 1 a regression stands, 2 wrong usage, unreadable",
            "input, or undecided under --strict, 3 not comparable, 4 a benchmark failed."
        })
final class GateCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private CommandSpec spec;

    private GateCommand() {}

    static CommandLine commandLine(Terminal terminal, EngineProbe engine) {
        return new CommandLine(new GateCommand())
                .addSubcommand(new GateRunCommand(terminal, engine))
                .addSubcommand(new GateCompareCommand(terminal))
                .addSubcommand(new GateCalibrateCommand(terminal, engine))
                .addSubcommand(GateHistoryCommand.commandLine(terminal));
    }

    @Override
    public void run() {
        throw WrongUsage.noCommand(spec);
    }
}
