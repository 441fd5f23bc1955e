package dev.agentperf.reports.gate.run;

import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.ForkPair;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.Unjudged;
import java.util.List;

/**
 * What a gate measured and judged.
 *
 * @param measured one a subject with verdicts, in the order asked for
 * @param unjudged the others
 * @param seconds the time of all forks
 * @param outOfTime whether the budget ended the search
 */
public record GateOutcome(List<Measured> measured, List<Unjudged> unjudged, double seconds, boolean outOfTime) {

    /** Copies both lists. */
    public GateOutcome {
        measured = List.copyOf(measured);
        unjudged = List.copyOf(unjudged);
    }

    /** Returns all comparisons. */
    public List<Comparison> comparisons() {
        return measured.stream().flatMap(one -> one.comparisons().stream()).toList();
    }

    /**
     * One subject.
     *
     * @param subject what was measured
     * @param comparisons one a metric
     * @param pairs the pairs of the search
     * @param fresh the pairs of the confirmation; empty where nothing alarmed
     */
    public record Measured(Subject subject, List<Comparison> comparisons, List<ForkPair> pairs, List<ForkPair> fresh) {

        /** Copies the lists. */
        public Measured {
            comparisons = List.copyOf(comparisons);
            pairs = List.copyOf(pairs);
            fresh = List.copyOf(fresh);
        }
    }
}
