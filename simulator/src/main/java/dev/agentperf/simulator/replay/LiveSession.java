package dev.agentperf.simulator.replay;

import dev.agentperf.optimizer.AgentOptimizer;
import dev.agentperf.pool.Claim;
import dev.agentperf.pool.Lease;
import dev.agentperf.simulator.engine.Engine;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One session of the trace as the optimizer sees it: a claim, a look-up at each tool step, release at the end. What it
 * used is not told: no figure of a replay comes from it, and what predictors are worth, a replay of usage alone tells.
 *
 * <p>Its times count from the moment at which it has its container: an agent that waits for a cold start does its steps
 * that much later.
 */
final class LiveSession {
    private final Session session;
    private final Engine engine;
    private final AgentOptimizer optimizer;
    private final ToolCatalog catalog;
    private final StatsPolling polling;
    private final Runnable onEnd;
    private @Nullable Lease lease;
    private long grantedNanos;
    private int nextStep;

    /** The beat of the polling that is the session's first. */
    long firstBeat;

    /** The beat at which it is asked about next; a past one where no more is asked. */
    long nextBeat;

    /** Where it stands among those that are asked about at the same beat. */
    int indexInSlot;

    /** How often it was asked about. */
    long asked;

    LiveSession(
            Session session,
            Engine engine,
            AgentOptimizer optimizer,
            ToolCatalog catalog,
            StatsPolling polling,
            Runnable onEnd) {
        this.session = session;
        this.engine = engine;
        this.optimizer = optimizer;
        this.catalog = catalog;
        this.polling = polling;
        this.onEnd = onEnd;
    }

    /** Goes on with what came of the session's claim. */
    void claimed(Claim claim) {
        if (!(claim instanceof Claim.Granted granted)) {
            onEnd.run();
            return;
        }
        lease = granted.lease();
        grantedNanos = engine.read();
        polling.start(this);
        scheduleNext();
    }

    private void scheduleNext() {
        List<Step> steps = session.steps();
        while (nextStep < steps.size() && steps.get(nextStep).kind() != Kind.TOOL) {
            nextStep++;
        }
        if (nextStep < steps.size()) {
            Step step = steps.get(nextStep++);
            scheduleAt(Math.min(step.atNanos(), session.durationNanos()), () -> callTool(step));
        } else {
            scheduleAt(session.durationNanos(), this::end);
        }
    }

    private void scheduleAt(long sinceGrantNanos, Runnable task) {
        engine.scheduleAt(Math.max(engine.read(), grantedNanos + sinceGrantNanos), task);
    }

    private void callTool(Step step) {
        optimizer.tool(catalog.key(session.type(), step.name()), catalog);
        scheduleNext();
    }

    private void end() {
        polling.stop(this);
        lease().release();
        onEnd.run();
    }

    /** Asks for the container's statistics once. */
    void ask() {
        asked++;
        optimizer.stats(lease());
    }

    /** Returns when the session ends that has its container. */
    long endNanos() {
        return grantedNanos + session.durationNanos();
    }

    private Lease lease() {
        if (lease == null) {
            throw new AssertionError("session has no container");
        }
        return lease;
    }
}
