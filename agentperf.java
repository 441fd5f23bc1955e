///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//REPOS mavencentral,mavenlocal
//DEPS dev.agentperf:agentperf-reports:0.1.0-SNAPSHOT
//DESCRIPTION Makes the start-up, look-up and sizing cost of AI-agent runtimes measurable, predictable and small.

import dev.agentperf.reports.cli.Main;

/** The command line for JBang, which brings its own Java: {@code jbang agentperf.java simulate --help}. */
final class agentperf {
    public static void main(String[] args) {
        Main.main(args);
    }
}
