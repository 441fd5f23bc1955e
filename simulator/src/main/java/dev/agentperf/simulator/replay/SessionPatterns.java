package dev.agentperf.simulator.replay;

import dev.agentperf.cache.ExecutionPatterns;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * What a session did, as {@link ExecutionPatterns} learns it: its tool calls, and the turns of its user. No trace has
 * those turns as steps: a model call that said something to the user, or after which no tool was called at once, has
 * spoken to the user.
 */
public final class SessionPatterns {
    /* Between a model's answer and the call that it asks for lies the agent's own work; a user takes longer. */
    private static final long AT_ONCE_NANOS = 50_000_000;

    private SessionPatterns() {}

    /** Returns the steps of a session, in order; empty where its trace has none. */
    public static List<String> of(Session session) {
        List<String> patterns = new ArrayList<>();
        for (int index = 0; index < session.steps().size(); index++) {
            Step step = session.steps().get(index);
            if (step.kind() == Kind.TOOL) {
                patterns.add(step.name());
            } else if (!calls(session, index)) {
                patterns.add(
                        step.turn() == null
                                ? ExecutionPatterns.USER_TURN
                                : step.turn().asStep());
            }
        }
        return patterns;
    }

    /** Returns whether the model call that is this step of a session asks for the tool that is the next one. */
    static boolean calls(Session session, int index) {
        List<Step> steps = session.steps();
        return index + 1 < steps.size()
                && steps.get(index).turn() == null
                && calls(steps.get(index), steps.get(index + 1));
    }

    /* Where the trace does not say how long the model took, any tool that follows is taken for its call. */
    private static boolean calls(Step model, Step next) {
        boolean isAtOnce = next.atNanos() - model.atNanos() - model.durationNanos() <= AT_ONCE_NANOS;
        return next.kind() == Kind.TOOL && (model.durationNanos() == 0 || isAtOnce);
    }
}
