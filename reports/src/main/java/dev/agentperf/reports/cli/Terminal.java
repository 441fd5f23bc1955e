package dev.agentperf.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command writes: results to {@code out}, progress and failures to {@code err}.
 *
 * @param out the results
 * @param err all else
 * @param interactive whether a person looks on, who wants a progress bar and colours
 * @param environment the environment's variables
 */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive, Map<String, String> environment) {

    /* UTF-8 whatever the locale: with LANG=C, as CI has it, every other character of a report would be a question mark. */
    static Terminal system() {
        return new Terminal(
                new PrintWriter(System.out, true, UTF_8),
                new PrintWriter(System.err, true, UTF_8),
                isInteractive(),
                System.getenv());
    }

    /** Returns whether colours may be used: for a person, unless {@code NO_COLOR} is set (no-color.org). */
    Ansi ansi() {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return interactive && !refused && !"dumb".equals(environment.get("TERM")) ? Ansi.ON : Ansi.OFF;
    }

    /* From JDK 22 on there may be a console without a terminal; it then has a method that says so. */
    @SuppressWarnings("SystemConsoleNull") // Null means no terminal before 22; isTerminal says it from there on.
    private static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError("Console.isTerminal", e);
        }
    }
}
