package dev.agentperf.simulator.trace;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.OtlpSpan.Role;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one trace as sessions: one for each outermost run of an agent, with the model and tool calls below it as
 * steps, those of the agents that it calls included. A trace without a run of an agent is one session from its first
 * call to its last. Not thread-safe.
 */
final class OtlpTrace {
    private final TypeNames types;
    private final Notes notes;
    private final Map<String, OtlpSpan> spans = new LinkedHashMap<>();

    OtlpTrace(TypeNames types, Notes notes) {
        this.types = types;
        this.notes = notes;
    }

    /** Adds a span; one that was exported twice counts once, with the end that it got at last. */
    void add(OtlpSpan span) {
        OtlpSpan known = spans.get(span.spanId());
        if (known != null) {
            notes.count("{} spans were exported again and merged");
        }
        if (known == null || span.endNanos() > known.endNanos()) {
            spans.put(span.spanId(), span);
        }
    }

    /** Returns the sessions, in the order of their spans. */
    List<Session> sessions() {
        spans.values().forEach(this::countUnmapped);
        Map<String, OtlpAncestry> ancestries = OtlpAncestry.of(spans);
        Map<String, List<OtlpSpan>> steps = new LinkedHashMap<>();
        for (OtlpSpan span : spans.values()) {
            if (span.role() == Role.AGENT
                    && ancestry(ancestries, span).outermostAgent().equals(span.spanId())) {
                steps.put(span.spanId(), new ArrayList<>());
            }
        }
        boolean agents = !steps.isEmpty();
        List<OtlpSpan> homeless = assign(ancestries, steps);
        List<Session> sessions = new ArrayList<>();
        steps.forEach((root, own) -> session(spans.get(root), own, sessions));
        if (!agents && !homeless.isEmpty()) {
            sessions.add(bare(homeless));
        } else if (!homeless.isEmpty()) {
            notes.count("{} calls belong to no agent's run and were left out", homeless.size());
        }
        return sessions;
    }

    private void countUnmapped(OtlpSpan span) {
        if (span.role() == Role.UNKNOWN) {
            notes.count("{} spans follow no GenAI convention and are no steps");
        } else if (span.role() == Role.GROUP) {
            notes.count("{} spans only group others and are no steps");
        }
    }

    private static OtlpAncestry ancestry(Map<String, OtlpAncestry> ancestries, OtlpSpan span) {
        return ancestries.getOrDefault(span.spanId(), OtlpAncestry.NONE);
    }

    // Puts each call to the run of its outermost agent; returns those that have none.
    private List<OtlpSpan> assign(Map<String, OtlpAncestry> ancestries, Map<String, List<OtlpSpan>> steps) {
        List<OtlpSpan> homeless = new ArrayList<>();
        for (OtlpSpan span : spans.values()) {
            if (!span.isStep()) {
                continue;
            }
            if (!span.ended()) {
                notes.count("{} calls carry no end and were left out");
            } else if (repeats(span, ancestry(ancestries, span))) {
                notes.count("{} spans repeat the call that contains them and count once");
            } else {
                steps.getOrDefault(home(span, ancestry(ancestries, span), steps), homeless)
                        .add(span);
            }
        }
        return homeless;
    }

    // Two instrumentations of one call, the framework's and the client's, give two spans of one name.
    private boolean repeats(OtlpSpan span, OtlpAncestry ancestry) {
        OtlpSpan outer = spans.get(ancestry.nearestStep());
        return outer != null && outer.role() == span.role() && outer.label().equals(span.label());
    }

    // A parent that was never exported cuts a call off from its agent; then the run that it falls into is its home.
    private String home(OtlpSpan span, OtlpAncestry ancestry, Map<String, List<OtlpSpan>> steps) {
        if (!ancestry.outermostAgent().isEmpty()) {
            return ancestry.outermostAgent();
        }
        return steps.keySet().stream()
                .filter(root -> covers(spans.get(root), span))
                .findFirst()
                .orElse("");
    }

    private static boolean covers(@Nullable OtlpSpan root, OtlpSpan span) {
        return root != null && root.contains(span.startNanos());
    }

    private void session(@Nullable OtlpSpan root, List<OtlpSpan> own, List<Session> sessions) {
        if (root == null || !root.ended()) {
            notes.count("{} runs of an agent carry no end and were left out");
            return;
        }
        if (root.label().isBlank()) {
            notes.count("{} runs of an agent carry no name and got type default");
        }
        AgentType type = types.of(root.label().isBlank() ? null : root.label());
        String id = root.conversation().isEmpty() ? root.traceId() : root.conversation();
        sessions.add(new Session(id, type, root.startNanos(), root.endNanos(), steps(root, own), null));
    }

    private List<Step> steps(OtlpSpan root, List<OtlpSpan> own) {
        List<Step> steps = new ArrayList<>();
        for (OtlpSpan span : own) {
            if (root.contains(span.startNanos())) {
                steps.add(step(span, root.startNanos()));
            } else {
                notes.count("{} calls lie outside their agent's run and were left out");
            }
        }
        steps.sort(Comparator.comparingLong(Step::atNanos));
        return steps;
    }

    private Session bare(List<OtlpSpan> calls) {
        notes.count("{} traces name no agent: each is one session of type default, from first to last call");
        long start = calls.stream().mapToLong(OtlpSpan::startNanos).min().orElse(0);
        long end = calls.stream().mapToLong(OtlpSpan::endNanos).max().orElse(start);
        OtlpSpan first = calls.get(0);
        List<Step> steps = calls.stream()
                .map(span -> step(span, start))
                .sorted(Comparator.comparingLong(Step::atNanos))
                .toList();
        String id = first.conversation().isEmpty() ? first.traceId() : first.conversation();
        return new Session(id, AgentType.DEFAULT, start, end, steps, null);
    }

    private static Step step(OtlpSpan span, long from) {
        Kind kind = span.role() == Role.MODEL ? Kind.LLM : Kind.TOOL;
        return new Step(kind, span.label(), span.startNanos() - from, span.endNanos() - span.startNanos());
    }
}
