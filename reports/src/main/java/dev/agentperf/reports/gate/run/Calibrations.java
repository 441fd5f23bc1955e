package dev.agentperf.reports.gate.run;

import dev.agentperf.reports.gate.Calibration;
import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.Verdict;
import dev.agentperf.reports.gate.stats.Estimate;
import dev.agentperf.reports.gate.stats.StudentT;
import dev.agentperf.simulator.engine.RandomStreams;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.stat.interval.ClopperPearsonInterval;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;

/** What pairs of unchanged code tell of a machine. */
final class Calibrations {
    private static final int RELABELLINGS = 1_000;
    private static final double CONFIDENCE = 0.95;

    private Calibrations() {}

    static Calibration of(GateOutcome outcome, GatePlan plan) {
        List<Comparison> judged = outcome.comparisons().stream()
                .filter(one -> one.detectable() != null)
                .toList();
        int alarms = (int) judged.stream().filter(Comparison::isAlarm).count();
        double[] interval = interval(alarms, judged.size());
        return new Calibration(judged.size(), alarms, interval[0], interval[1], relabelled(judged, plan));
    }

    /* Commons Math's own divides by 0 at both ends, where the beta distribution has no place. */
    static double[] interval(int alarms, int of) {
        if (of == 0) {
            return new double[] {0, 1};
        }
        double tail = (1 - CONFIDENCE) / 2;
        if (alarms == 0) {
            return new double[] {0, 1 - Math.pow(tail, 1.0 / of)};
        }
        if (alarms == of) {
            return new double[] {Math.pow(tail, 1.0 / of), 1};
        }
        ConfidenceInterval exact = new ClopperPearsonInterval().createInterval(of, alarms, CONFIDENCE);
        return new double[] {exact.getLowerBound(), exact.getUpperBound()};
    }

    /* Under no change, which fork of a pair is called the head is a toss: each toss is another calibration. */
    private static double relabelled(List<Comparison> judged, GatePlan plan) {
        RandomGenerator random = new RandomStreams(plan.seed()).stream("relabel");
        long alarms = 0;
        for (Comparison one : judged) {
            double[] logs = one.logRatios();
            for (int i = 0; i < RELABELLINGS; i++) {
                alarms += alarms(one, logs, random) ? 1 : 0;
            }
        }
        return judged.isEmpty() ? 0 : (double) alarms / judged.size() / RELABELLINGS;
    }

    private static boolean alarms(Comparison one, double[] logs, RandomGenerator random) {
        double[] swapped = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            swapped[i] = random.nextBoolean() ? logs[i] : -logs[i];
        }
        Estimate known = one.estimate();
        return known != null && Verdict.of(StudentT.paired(swapped, known.alpha()), one.metric()) == Verdict.REGRESSED;
    }
}
