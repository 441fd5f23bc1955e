package dev.agentperf.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command writes, results to {@code out}, failures to {@code err}, all else to {@code notes}; and how it hears
 * of Ctrl-C. Thread-safe.
 */
final class Terminal {
    private static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter());

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean interactive;
    private final Map<String, String> environment;
    private final Stop stop = new Stop();
    private volatile boolean quiet;

    /**
     * Creates a terminal.
     *
     * @param out the results
     * @param err all else
     * @param interactive whether a person looks on, who wants a progress bar and colours
     * @param environment the environment's variables
     */
    Terminal(PrintWriter out, PrintWriter err, boolean interactive, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
        this.environment = Map.copyOf(environment);
    }

    /* UTF-8 whatever the locale: with LANG=C, as CI has it, every other character of a report would be a question mark. */
    static Terminal system() {
        return new Terminal(
                new PrintWriter(System.out, true, UTF_8),
                new PrintWriter(System.err, true, UTF_8),
                hasPerson(),
                System.getenv());
    }

    PrintWriter out() {
        return out;
    }

    /** Returns where failures go, quiet or not. */
    PrintWriter err() {
        return err;
    }

    /** Returns where progress and remarks go: nowhere once {@link #silence} was called. */
    PrintWriter notes() {
        return quiet ? NOWHERE : err;
    }

    Stop stop() {
        return stop;
    }

    /** Leaves nothing but results and failures. */
    void silence() {
        quiet = true;
    }

    boolean isQuiet() {
        return quiet;
    }

    /** Returns whether a person looks on. */
    boolean isInteractive() {
        return interactive;
    }

    /** Returns whether colours may be used: for a person, unless {@code NO_COLOR} is set (no-color.org). */
    Ansi ansi() {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return interactive && !refused && !"dumb".equals(environment.get("TERM")) ? Ansi.ON : Ansi.OFF;
    }

    /* From JDK 22 on there may be a console without a terminal; it then has a method that says so. */
    @SuppressWarnings("SystemConsoleNull") // Null means no terminal before 22; isTerminal says it from there on.
    private static boolean hasPerson() {
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
