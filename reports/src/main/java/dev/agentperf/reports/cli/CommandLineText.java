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
        String config = root.getDefaultValueProvider() instanceof Config read ? " (with " + read.file() + ")" : "";
        return "agentperf " + String.join(" ", root.getParseResult().originalArgs()) + config;
    }
}
