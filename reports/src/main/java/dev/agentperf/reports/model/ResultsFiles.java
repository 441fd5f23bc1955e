package dev.agentperf.reports.model;

import java.util.List;

/** The names of a run's files: the contract between whoever measures and whoever reports. */
public final class ResultsFiles {

    /** The directory of the results, inside the run's. */
    public static final String DIRECTORY = "results";

    /** Holds an {@link Environment}. */
    public static final String ENVIRONMENT = "environment.json";

    /** Holds {@link Targets}. */
    public static final String TARGETS = "targets.json";

    /** Holds {@link Starts}. */
    public static final String STARTS = "starts.json";

    /** Holds {@link PoolLoads}. */
    public static final String POOL = "pool.json";

    /** Holds a {@link dev.agentperf.simulator.result.SimulationResult}. */
    public static final String SIMULATION = "simulation.json";

    /** Holds {@link dev.agentperf.simulator.result.Timelines}. */
    public static final String TIMELINES = "timelines.json";

    /** Holds {@link PlannedSizes}. */
    public static final String PLAN = "plan.json";

    /** Holds {@link SweepCells}. */
    public static final String SWEEP = "sweep.json";

    /** Holds {@link Predictions}. */
    public static final String PREDICTIONS = "predictions.json";

    /** Holds a list of {@link JmhResult}, in JMH's own form. */
    public static final String JMH = "jmh.json";

    /** The report for people, inside the run's directory. */
    public static final String REPORT_HTML = "report.html";

    /** The report for pull requests and terminals, inside the run's directory. */
    public static final String REPORT_MARKDOWN = "report.md";

    private ResultsFiles() {}

    /** Returns every file of {@link #DIRECTORY}. */
    public static List<String> all() {
        return List.of(ENVIRONMENT, TARGETS, STARTS, POOL, SIMULATION, TIMELINES, PLAN, SWEEP, PREDICTIONS, JMH);
    }
}
