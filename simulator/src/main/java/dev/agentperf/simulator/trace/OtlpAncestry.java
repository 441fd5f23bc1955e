package dev.agentperf.simulator.trace;

import dev.agentperf.simulator.trace.OtlpSpan.Role;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lies above a span.
 *
 * @param outermostAgent the id of the highest run of an agent, the span itself included; empty without one
 * @param nearestStep the id of the nearest call above the span; empty without one
 */
record OtlpAncestry(String outermostAgent, String nearestStep) {

    /** Nothing above. */
    static final OtlpAncestry NONE = new OtlpAncestry("", "");

    /** Returns the ancestry of every span, each looked at once however deep they lie. */
    static Map<String, OtlpAncestry> of(Map<String, OtlpSpan> spans) {
        Map<String, OtlpAncestry> known = new HashMap<>();
        for (OtlpSpan span : spans.values()) {
            Deque<OtlpSpan> path = pathToKnown(span, spans, known);
            while (!path.isEmpty()) {
                OtlpSpan lower = path.pop();
                known.put(
                        lower.spanId(),
                        below(spans.get(lower.parentId()), known).with(lower));
            }
        }
        return known;
    }

    // The spans from this one upwards whose ancestry is not known yet, the highest on top.
    private static Deque<OtlpSpan> pathToKnown(
            OtlpSpan span, Map<String, OtlpSpan> spans, Map<String, OtlpAncestry> known) {
        Deque<OtlpSpan> path = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        OtlpSpan at = span;
        // A damaged trace may have spans that are their own ancestors.
        while (at != null && !known.containsKey(at.spanId()) && seen.add(at.spanId())) {
            path.push(at);
            at = spans.get(at.parentId());
        }
        return path;
    }

    // What a child of this parent has above it.
    private static OtlpAncestry below(@Nullable OtlpSpan parent, Map<String, OtlpAncestry> known) {
        if (parent == null) {
            return NONE;
        }
        OtlpAncestry above = known.getOrDefault(parent.spanId(), NONE);
        return parent.isStep() ? new OtlpAncestry(above.outermostAgent, parent.spanId()) : above;
    }

    private OtlpAncestry with(OtlpSpan span) {
        boolean outermost = span.role() == Role.AGENT && outermostAgent.isEmpty();
        return outermost ? new OtlpAncestry(span.spanId(), nearestStep) : this;
    }
}
