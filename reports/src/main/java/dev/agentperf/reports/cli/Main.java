package dev.agentperf.reports.cli;

import dev.agentperf.reports.view.Figures;

/** The command {@code agentperf}. */
public final class Main {
    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        Terminal terminal = Terminal.system();
        terminal.stop().listen();
        int code = run(terminal, args);
        terminal.out().flush();
        terminal.err().flush();
        terminal.stop().ended();
        System.exit(code);
    }

    private static int run(Terminal terminal, String... args) {
        try {
            return AgentPerfCommand.run(terminal, args);
        } catch (OutOfMemoryError e) {
            terminal.err()
                    .println("agentperf: more memory is needed than the heap of "
                            + Figures.bytes(Runtime.getRuntime().maxMemory())
                            + " has (AGENTPERF_JAVA_OPTS=-Xmx8g gives it another)");
            return ExitCode.USAGE;
        }
    }
}
