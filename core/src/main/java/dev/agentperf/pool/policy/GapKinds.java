package dev.agentperf.pool.policy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What should follow a use of one kind, as its gaps teach, and the finer kinds that it falls into. Not thread-safe.
 *
 * <p>A finer kind has fewer gaps to learn from. So its plan is followed only as long as it has cost no more, for the
 * gaps that came after it was made, than that of the kind it is part of would have (follow the leader).
 */
final class GapKinds {
    /* What a kind is thought to gain before its own gaps tell: as much as its like have, for so many gaps. */
    private static final double PRIOR_GAPS = 5;

    /* A plan made of few gaps saves a little at each, until a longer one costs a cold start. Levels need no proof: they differ. */
    private static final double PROOF_COLD_STARTS = 2;

    /* Of a container that others stand beside, most gaps are still to come: it is not kept for long beyond those that were. */
    private static final double REACH = 4;

    private final int respect;
    private final double reach;
    private final LearnedPlan own;
    private final Advantage advantage = new Advantage();
    private final Advantage ofFiner = new Advantage();
    private @Nullable GapKinds[] finer = {};

    private GapKinds(int respect, double reach) {
        this.respect = respect;
        this.reach = reach;
        own = new LearnedPlan(reach);
    }

    /** Returns all gaps, of every {@link UseKind}. */
    static GapKinds all() {
        return new GapKinds(0, Double.POSITIVE_INFINITY);
    }

    /**
     * Returns the plan for a use; the numbers are those of {@link CheapestPlan}.
     *
     * @param untilKnown what to do before there are enough gaps
     */
    IdlePlan plan(int kind, IdlePlan untilKnown, double coldNanos, double startNanos) {
        GapKinds gaps = this;
        IdlePlan plan = ownPlan(untilKnown, coldNanos, startNanos);
        while (gaps.isDivided()) {
            GapKinds next = gaps.finer(kind);
            if (next.isFollowed(gaps, coldNanos)) {
                plan = next.ownPlan(plan, coldNanos, startNanos);
            }
            gaps = next;
        }
        return plan;
    }

    /** Learns from a gap after a use; the numbers are those of {@link #plan}. */
    void learn(long gapNanos, int kind, IdlePlan untilKnown, double coldNanos, double startNanos) {
        GapKinds gaps = this;
        IdlePlan plan = ownPlan(untilKnown, coldNanos, startNanos);
        while (gaps.isDivided()) {
            GapKinds next = gaps.finer(kind);
            IdlePlan ofNext = next.ownPlan(plan, coldNanos, startNanos);
            boolean follows = next.isFollowed(gaps, coldNanos);
            double less = CheapestPlan.cost(plan, gapNanos, coldNanos, startNanos)
                    - CheapestPlan.cost(ofNext, gapNanos, coldNanos, startNanos);
            next.advantage.add(less);
            gaps.ofFiner.add(less);
            gaps.own.add(gapNanos);
            plan = follows ? ofNext : plan;
            gaps = next;
        }
        gaps.own.add(gapNanos);
    }

    private IdlePlan ownPlan(IdlePlan coarser, double coldNanos, double startNanos) {
        return own.isVague() ? coarser : own.plan(coldNanos, startNanos);
    }

    private boolean isFollowed(GapKinds coarser, double coldNanos) {
        double proof = coarser.respect == 0 ? 0 : PROOF_COLD_STARTS * coldNanos;
        return advantage.sum() + PRIOR_GAPS * coarser.ofFiner.mean() >= proof;
    }

    /* What has too few gaps itself has none to tell its parts apart by. */
    private boolean isDivided() {
        return respect == 0 || (respect < UseKind.RESPECTS && !own.isVague());
    }

    private GapKinds finer(int kind) {
        int index = UseKind.in(respect, kind);
        if (finer.length <= index) {
            finer = Arrays.copyOf(finer, index + 1);
        }
        GapKinds found = finer[index];
        if (found == null) {
            found = new GapKinds(respect + 1, respect == 0 && index > 0 ? REACH : reach);
            finer[index] = found;
        }
        return found;
    }
}
