package dev.agentperf.reports.cli;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one line, with the word that was probably meant. */
final class WrongUsage {
    private WrongUsage() {}

    static String describe(ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), command);
        }
        // What is missing has often only been misspelt.
        Optional<String> misspelt = e.getCommandLine().getUnmatchedArguments().stream()
                .filter(word -> word.startsWith("-"))
                .findFirst();
        if (e instanceof MissingParameterException && misspelt.isPresent()) {
            return unmatched(misspelt.get(), command);
        }
        // An option that takes any number of files takes an unknown option for one.
        return looksLikeOption(e.getValue())
                ? unmatched(e.getValue(), command)
                : decapitalized(String.valueOf(e.getMessage()));
    }

    /** Returns what is wrong with a command that only groups others. */
    static ParameterException noCommand(CommandSpec command) {
        return new ParameterException(
                command.commandLine(),
                "a command is needed, one of "
                        + String.join(", ", command.subcommands().keySet()));
    }

    private static boolean looksLikeOption(@Nullable String value) {
        return value != null && value.startsWith("--");
    }

    private static String unmatched(String word, CommandSpec command) {
        String name = word.replaceFirst("=.*", "");
        if (name.startsWith("-")) {
            Collection<String> options = new TreeSet<>();
            command.options().forEach(option -> options.add(option.longestName()));
            return "unknown option '" + name + "'" + Similar.hint(name, options);
        }
        return command.subcommands().isEmpty()
                ? "unexpected argument '" + word + "'"
                : "unknown command '" + word + "'"
                        + Similar.hint(word, command.subcommands().keySet());
    }

    private static String decapitalized(String message) {
        boolean word = message.length() > 1 && Character.isLowerCase(message.charAt(1));
        String once = message.replace("option option", "option");
        return word ? once.substring(0, 1).toLowerCase(Locale.ROOT) + once.substring(1) : once;
    }
}
