package dev.agentperf.reports.run;

/** Which runtime real starts are measured on. */
public enum RuntimeChoice {
    /** Docker where an engine answers, else processes. */
    AUTO,
    /** Docker, or no run. */
    DOCKER,
    /** Processes of this machine. */
    PROCESS,
    /** None: the replay alone. */
    SIMULATED
}
