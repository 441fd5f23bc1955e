package dev.agentperf.reports.html;

import dev.agentperf.reports.model.Target.Verdict;

/** The style sheet's class of a verdict. */
final class VerdictStyle {
    private VerdictStyle() {}

    static String of(Verdict verdict) {
        return switch (verdict) {
            case MET -> "is-met";
            case MISSED -> "is-missed";
            case NOT_MEASURED -> "is-absent";
        };
    }
}
