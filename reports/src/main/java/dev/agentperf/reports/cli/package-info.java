/**
 * The command line. Start at {@link dev.agentperf.reports.cli.Main}; a subcommand is one class, made and wired in
 * {@code AgentPerfCommand}. The only package that writes to the terminal or ends the process.
 */
@NullMarked
package dev.agentperf.reports.cli;

import org.jspecify.annotations.NullMarked;
