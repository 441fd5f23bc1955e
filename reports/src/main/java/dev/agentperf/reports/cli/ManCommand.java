package dev.agentperf.reports.cli;

import dev.agentperf.reports.export.AtomicFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code man}: the manual, made of what {@code --help} tells. */
@Command(
        name = "man",
        description = "Print the manual page of a command, or write all of them.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf man simulate | man -l -",
            "  agentperf man --out ~/.local/share/man/man1   then `man agentperf-simulate`"
        })
final class ManCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "Such as gate run (default: agentperf itself).")
    private List<String> words = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Write the pages of all commands into DIR.")
    private @Nullable Path out;

    ManCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (out != null) {
            int pages = write(spec.root(), out);
            terminal.out().println(pages + " pages written to " + out);
        } else {
            terminal.out().print(ManPage.render(find(), Version.current()));
            terminal.out().flush();
        }
        return ExitCode.OK;
    }

    private CommandSpec find() {
        CommandSpec found = spec.root();
        for (String word : words) {
            CommandLine below = found.subcommands().get(word);
            if (below == null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "unknown command '" + word + "' of " + found.qualifiedName()
                                + Similar.hint(word, found.subcommands().keySet()));
            }
            found = below.getCommandSpec();
        }
        return found;
    }

    private static int write(CommandSpec command, Path directory) {
        AtomicFile.write(directory.resolve(ManPage.name(command) + ".1"), ManPage.render(command, Version.current()));
        return 1
                + command.subcommands().values().stream()
                        .mapToInt(below -> write(below.getCommandSpec(), directory))
                        .sum();
    }
}
