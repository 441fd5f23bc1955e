package dev.agentperf.simulator.bounds;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Reuse;
import dev.agentperf.simulator.result.Bound;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.TraceScan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What hindsight would have made of a trace, in one pass over its sessions.
 *
 * <dl>
 *   <dt>{@value #KEEP_OR_DROP}
 *   <dd>After each use, a clairvoyant keeps the container for the claim that it will serve next, or drops it. No
 *       schedule costs less that starts a container only for a claim that found none and keeps it from then on (reset),
 *       or only at the end of a use (single use); which is what every policy does that only chooses how long to keep. A
 *       policy that starts containers at other times, ahead of a claim or as a stock, may cost less.
 *   <dt>{@value #PREWARM}
 *   <dd>A clairvoyant starts each container one cold start before its claim, or keeps it where that is shorter: no cold
 *       start at all. Here the memory of a container that is being started counts as idle, so that it is not free to
 *       start one; where containers serve once, each claim costs one start whatever is done, and nothing is counted.
 *   <dt>{@value #BEST_TTL}
 *   <dd>The best {@code keepalive:D} with a D for each type. Sessions last as recorded: that a late start also ends
 *       late is left out, a difference of one cold start's idle time for each cold start at most.
 *   <dt>{@value #BEST_STOCK}
 *   <dd>The best {@code fixed:N} with an N for each type; exact.
 *   <dt>{@value #BELADY}
 *   <dd>The fewest cold starts of all schedules that keep containers below a ceiling which all types share; only where
 *       there is one and containers are reused. Regret against it counts cold starts: the memory is there, used or not.
 * </dl>
 *
 * <p>Memory grows with the types and with the sessions at once, not with the trace. Not thread-safe.
 */
public final class Bounds {

    /** Clairvoyant keep or drop; what regret is measured against. */
    public static final String KEEP_OR_DROP = "clairvoyant keep/drop";

    /** Clairvoyant pre-warming. */
    public static final String PREWARM = "clairvoyant pre-warm";

    /** The best keep-alive for each type. */
    public static final String BEST_TTL = "best TTL per type";

    /** The best stock for each type. */
    public static final String BEST_STOCK = "best stock per type";

    /** The fewest cold starts below a ceiling. */
    public static final String BELADY = "Belady below the ceiling";

    private final CostModel model;
    private final TraceScan scan;
    private final @Nullable Belady belady;
    private final Map<AgentType, TypeBounds> types = new HashMap<>();

    /** Creates the bounds of a trace that has been scanned, where there is room for every container. */
    public Bounds(CostModel model, TraceScan scan) {
        this(model, scan, OptionalInt.empty());
    }

    /**
     * Creates the bounds of a trace that has been scanned.
     *
     * @param ceiling the most containers at once, of all types
     */
    public Bounds(CostModel model, TraceScan scan, OptionalInt ceiling) {
        this.model = requireNonNull(model, "model");
        this.scan = requireNonNull(scan, "scan");
        boolean isScarce = ceiling.isPresent() && model.reuse() == Reuse.RESET;
        this.belady = isScarce ? new Belady(ceiling.getAsInt()) : null;
    }

    /** Adds the next sessions of the trace. */
    public void accept(List<Session> sessions) {
        for (Session session : sessions) {
            types.computeIfAbsent(session.type(), this::newType).add(session);
        }
    }

    private TypeBounds newType(AgentType type) {
        TraceScan.TypeFacts facts = scan.types().get(type);
        if (facts == null) {
            throw new IllegalArgumentException("type must occur in the scan, was " + type);
        }
        return new TypeBounds(model, facts.containerMb(), scan.startNanos(), scan.endNanos(), belady);
    }

    /** Returns every bound; to be called once, after the last session. */
    public List<Bound> finish() {
        List<Bound> bounds = new ArrayList<>(List.of(
                sum(KEEP_OR_DROP, TypeBounds::keepOrDrop),
                sum(PREWARM, TypeBounds::prewarm),
                sum(BEST_TTL, TypeBounds::bestTimeToLive),
                sum(BEST_STOCK, TypeBounds::bestStock)));
        if (belady != null) {
            bounds.add(sum(BELADY, TypeBounds::belady));
        }
        return bounds;
    }

    /** Returns a run with its regret against each of these bounds. */
    public static PolicyRun regret(PolicyRun run, List<Bound> bounds) {
        Map<String, Double> regrets = new LinkedHashMap<>();
        for (Bound bound : bounds) {
            boolean countsStarts = bound.bound().equals(BELADY);
            double least = countsStarts ? bound.coldStarts() : bound.cost();
            if (least > 0) {
                regrets.put(bound.bound(), (countsStarts ? run.coldStarts() : run.cost()) / least);
            }
        }
        return run.withRegret(regrets.get(KEEP_OR_DROP), regrets);
    }

    /* In the order of the types' names: a sum of floating-point numbers depends on its order. */
    private Bound sum(String name, Function<TypeBounds, Outcome> outcome) {
        Outcome total = Outcome.NOTHING;
        for (AgentType type : scan.types().keySet()) {
            TypeBounds bounds = types.get(type);
            if (bounds != null) {
                total = total.plus(outcome.apply(bounds));
            }
        }
        return new Bound(name, total.coldStarts(), total.idleMbSeconds(), total.cost());
    }
}
