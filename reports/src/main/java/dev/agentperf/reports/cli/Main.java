package dev.agentperf.reports.cli;

/** The command {@code agentperf}. */
public final class Main {
    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        Terminal terminal = Terminal.system();
        terminal.stop().listen();
        int code = AgentPerfCommand.run(terminal, args);
        terminal.out().flush();
        terminal.err().flush();
        terminal.stop().ended();
        System.exit(code);
    }
}
