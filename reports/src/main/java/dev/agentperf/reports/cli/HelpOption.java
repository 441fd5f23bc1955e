package dev.agentperf.reports.cli;

import picocli.CommandLine.Option;

/** The option {@code --help} of a subcommand; the version is the root command's to tell. */
final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it before anything runs.
    private boolean help;
}
