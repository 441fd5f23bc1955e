package dev.agentperf.reports.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code completion}: what a shell needs to complete our command lines. */
@Command(
        name = "completion",
        description = "Print a script that completes commands, options and their values in a shell.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf completion bash > ~/.agentperf-completion   source it in ~/.bashrc",
            "  agentperf completion zsh > ~/.agentperf-completion    source it in ~/.zshrc"
        })
final class CompletionCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", completionCandidates = Choice.OfShell.class, description = "bash or zsh.")
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // One script serves both: it finds out where it is.
    private Shell shell;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().print(AutoComplete.bash(spec.root().name(), spec.root().commandLine()));
        terminal.out().flush();
        return ExitCode.OK;
    }

    /** The shells that can read the script. */
    enum Shell {
        BASH,
        ZSH
    }
}
