package dev.agentperf.reports.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** One command line, run as if from a script, and what came of it. */
record Run(int code, String out, String err) {

    static Run of(String... args) {
        return in(Map.of(), args);
    }

    static Run in(Map<String, String> environment, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, environment);
        int code = AgentPerfCommand.run(terminal, args);
        return new Run(code, out.toString(), err.toString());
    }
}
