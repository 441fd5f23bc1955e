package dev.agentperf.reports.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What was typed. */
final class CommandLineText {
    private CommandLineText() {}

    static String of(CommandSpec spec) {
        CommandLine root = spec.commandLine();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return "agentperf " + String.join(" ", root.getParseResult().originalArgs());
    }
}
