package dev.agentperf.simulator.bounds;

import dev.agentperf.pool.Reuse;
import dev.agentperf.simulator.recursion.IdleGaps;
import dev.agentperf.simulator.recursion.StockLevels;
import dev.agentperf.simulator.trace.Session;
import org.jspecify.annotations.Nullable;

/** The bounds of one agent type. Not thread-safe. */
final class TypeBounds {
    private final CostModel model;
    private final double memoryMb;
    private final long startNanos;
    private final long endNanos;
    private final IdleGaps idleGaps = new IdleGaps();
    private final KeepOrDrop keepOrDrop;
    private final BestTimeToLive bestTimeToLive;
    private final StockLevels stock;
    private final @Nullable Belady belady;
    private double heldNanos;
    private long belowCeilingCold;
    private double belowCeilingNanos;

    /** Creates the bounds; {@code belady} is what the types share that have a ceiling, null where there is none. */
    TypeBounds(CostModel model, double memoryMb, long startNanos, long endNanos, @Nullable Belady belady) {
        this.belady = belady;
        this.model = model;
        this.memoryMb = memoryMb;
        this.startNanos = startNanos;
        this.endNanos = endNanos;
        this.keepOrDrop = new KeepOrDrop(model, memoryMb);
        this.bestTimeToLive = new BestTimeToLive(model, memoryMb);
        this.stock = new StockLevels(endNanos);
    }

    void add(Session session) {
        long at = session.startNanos();
        long back = session.endNanos() + model.turnaroundNanos();
        long gap = idleGaps.claim(at, back);
        if (belady != null) {
            keepBelowCeiling(belady.claim(at, gap, back), gap);
        }
        long coldNanos = model.coldStart().toNanos();
        if (gap == IdleGaps.NONE) {
            keepOrDrop.first();
            bestTimeToLive.first();
            heldNanos += coldNanos;
        } else {
            keepOrDrop.gap(gap);
            bestTimeToLive.gap(gap);
            heldNanos += Math.min(gap, coldNanos);
        }
        stock.claim(
                at,
                model.reuse() == Reuse.RESET
                        ? session.endNanos() + model.reset().toNanos()
                        : at + coldNanos);
    }

    private void keepBelowCeiling(boolean kept, long gap) {
        if (kept) {
            belowCeilingNanos += gap;
        } else {
            belowCeilingCold++;
        }
    }

    /* The fewest cold starts need not be cheapest: of the cost only what they alone make is certain. */
    Outcome belady() {
        return new Outcome(belowCeilingCold, belowCeilingNanos / 1e9 * memoryMb, model.cost(belowCeilingCold, 0));
    }

    Outcome keepOrDrop() {
        return keepOrDrop.outcome();
    }

    /* Where containers serve once, each claim costs one start, whoever decides: there is nothing to gain or lose. */
    Outcome prewarm() {
        double heldMbSeconds = model.reuse() == Reuse.RESET ? heldNanos / 1e9 * memoryMb : 0;
        return new Outcome(0, heldMbSeconds, model.cost(0, heldMbSeconds));
    }

    /** To be asked once, at the end. */
    Outcome bestTimeToLive() {
        for (long since : idleGaps.leftOver(endNanos)) {
            bestTimeToLive.leftOver(endNanos - since);
        }
        return bestTimeToLive.outcome();
    }

    Outcome bestStock() {
        long cold = stock.claims();
        double idleNanos = 0;
        Outcome best = stockOf(cold, idleNanos);
        for (int place = 0; place < stock.levels(); place++) {
            cold -= stock.served(place);
            idleNanos += endNanos - startNanos - stock.busyNanos(place);
            Outcome next = stockOf(cold, idleNanos);
            best = next.cost() < best.cost() ? next : best;
        }
        return best;
    }

    private Outcome stockOf(long cold, double idleNanos) {
        double idleMbSeconds = idleNanos / 1e9 * memoryMb;
        return new Outcome(cold, idleMbSeconds, model.cost(cold, idleMbSeconds));
    }
}
