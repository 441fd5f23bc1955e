package dev.agentperf.reports.cli;

/** How a command tells its caller what came of it. */
final class ExitCode {

    /** Done, and every enforced target met. */
    static final int OK = 0;

    /** A gate failed, or a target was missed under {@code --enforce}. */
    static final int FAILED = 1;

    /** Wrong usage or unreadable input; one line says which. */
    static final int USAGE = 2;

    /** Two runs cannot be compared: they come from different environments. */
    static final int NOT_COMPARABLE = 3;

    /** A benchmark failed. */
    static final int BENCHMARK_FAILED = 4;

    /**
     * A fault of ours, with its stack trace; {@code EX_SOFTWARE} of sysexits(3), so that no caller takes it for a
     * verdict.
     */
    static final int INTERNAL = 70;

    private ExitCode() {}
}
