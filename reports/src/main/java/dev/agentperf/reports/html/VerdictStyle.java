package dev.agentperf.reports.html;

import dev.agentperf.reports.model.Target.Verdict;
import org.jspecify.annotations.Nullable;

/** The style sheet's class of a verdict. */
final class VerdictStyle {
    private VerdictStyle() {}

    /** Returns the class; of what nobody judged, the plain one. */
    static String of(@Nullable Verdict verdict) {
        if (verdict == null) {
            return "is-plain";
        }
        return switch (verdict) {
            case MET -> "is-met";
            case MISSED -> "is-missed";
            case NOT_MEASURED -> "is-absent";
        };
    }
}
