package dev.agentperf.reports.gate.run;

import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.stats.AlphaSpending;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What to measure, and how hard.
 *
 * @param kind {@link GateReport.Kind#RUN}, or {@link GateReport.Kind#CALIBRATE}, whose base is its head
 * @param builds the two builds
 * @param include a regular expression that a benchmark's name contains
 * @param metrics what is compared
 * @param spending when it looks
 * @param budget how long the search may take
 * @param seed decides every order; empty to go on with that of a run that was stopped, or to take one from the clock
 * @param shape how long a fork measures; empty to take what the budget holds
 * @param work a directory for the journal and the logs
 * @param calibration what is known of the machine
 */
public record GateRequest(
        GateReport.Kind kind,
        Builds builds,
        String include,
        List<Metric> metrics,
        AlphaSpending spending,
        Duration budget,
        Optional<Long> seed,
        Optional<ForkShape> shape,
        Path work,
        Optional<GateReport> calibration) {

    /** Copies the metrics. */
    public GateRequest {
        metrics = List.copyOf(metrics);
    }

    GatePlan plan(long chosen) {
        GatePlan usual = GatePlan.of(chosen, budget);
        return new GatePlan(chosen, metrics, spending, usual.confirmAlpha(), budget);
    }

    /* All that a fork's figures or the order of the forks depend on. */
    String identity(ForkShape chosen) {
        return String.join(" ", builds.identity(), include, chosen.toString(), spending.toString());
    }
}
