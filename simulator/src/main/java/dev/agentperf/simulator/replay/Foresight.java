package dev.agentperf.simulator.replay;

import dev.agentperf.AgentType;
import dev.agentperf.optimizer.AgentOptimizer;
import dev.agentperf.pool.policy.ExpectedClaim;
import dev.agentperf.simulator.engine.Engine;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.ToolCalls;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What the agents of a trace let their runtime know of the tools that they will call, told to an optimizer at the time
 * at which it would be known: it learns from sessions that have ended, and from calls that were made. Not thread-safe.
 */
final class Foresight implements AutoCloseable {
    /** How much of a model's answer is there when a tool's name is known. */
    private static final double STREAMED = 0.5;

    private final Hints hints;
    private final SessionStream sessions;
    private final Map<AgentType, ModelTimes> times = new HashMap<>();
    private final PriorityQueue<Moment> moments =
            new PriorityQueue<>(Comparator.comparingLong(Moment::atNanos).thenComparingLong(Moment::order));
    private @Nullable Session ahead;
    private long order;

    Foresight(Hints hints, SessionStream sessions) {
        this.hints = hints;
        this.sessions = sessions;
        this.ahead = sessions.next();
    }

    /** When something becomes known, its place among what does at the same time, and what follows. */
    private record Moment(long atNanos, long order, Told told) {}

    /** Something becomes known. */
    @FunctionalInterface
    private interface Told {
        void tell(AgentOptimizer optimizer);
    }

    /** Tells all that is known up to a time, at its own time. */
    void until(long nanos, Engine engine, AgentOptimizer optimizer) {
        while (ahead != null && ahead.startNanos() <= nanos) {
            foresee(ahead);
            ahead = sessions.next();
        }
        while (!moments.isEmpty() && moments.peek().atNanos() <= nanos) {
            Moment next = moments.remove();
            engine.runUntil(next.atNanos());
            next.told().tell(optimizer);
            engine.runSoon();
        }
    }

    private void foresee(Session session) {
        List<String> done = SessionPatterns.of(session);
        ModelTimes models = times.computeIfAbsent(session.type(), added -> new ModelTimes());
        int known = 0;
        for (int index = 0; index < session.steps().size(); index++) {
            Step step = session.steps().get(index);
            boolean calls = step.kind() == Kind.LLM && SessionPatterns.calls(session, index);
            if (step.kind() == Kind.LLM && hints == Hints.PREDICTED) {
                List<String> before = done.subList(0, known);
                at(session, step.atNanos(), optimizer -> predict(optimizer, session.type(), before, models));
            }
            if (calls) {
                called(session, step, session.steps().get(index + 1), models);
            }
            known += step.kind() == Kind.TOOL || !calls ? 1 : 0;
        }
        at(session, session.durationNanos(), optimizer -> optimizer.learnTools(session.type(), done));
    }

    private void called(Session session, Step model, Step tool, ModelTimes models) {
        long tookNanos = tool.atNanos() - model.atNanos();
        if (hints == Hints.STREAMED) {
            AgentType sandbox = ToolCalls.sandbox(tool.name());
            long namedNanos = model.atNanos() + (long) (tookNanos * STREAMED);
            at(session, namedNanos, optimizer -> named(optimizer, sandbox, models));
        }
        at(session, tool.atNanos(), optimizer -> models.called(tookNanos));
    }

    private static void predict(AgentOptimizer optimizer, AgentType agent, List<String> before, ModelTimes models) {
        if (!models.isVague()) {
            optimizer.expectTools(
                    agent, before, ToolCalls::sandbox, models.callRate(), models.earliest(1), latest(models, 1));
        }
        models.begun();
    }

    private static void named(AgentOptimizer optimizer, AgentType sandbox, ModelTimes models) {
        if (!models.isVague()) {
            double left = 1 - STREAMED;
            optimizer.pool().expect(sandbox, new ExpectedClaim(1, models.earliest(left), latest(models, left)));
        }
    }

    /* A model that takes more than a day tells nothing of when its call comes. */
    private static Duration latest(ModelTimes models, double part) {
        Duration latest = models.latest(part);
        return latest.compareTo(ExpectedClaim.FURTHEST) > 0 ? ExpectedClaim.FURTHEST : latest;
    }

    private void at(Session session, long sinceStartNanos, Told told) {
        moments.add(new Moment(session.startNanos() + sinceStartNanos, order++, told));
    }

    @Override
    public void close() {
        sessions.close();
    }
}
