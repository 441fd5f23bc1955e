package dev.agentperf.reports.view;

import dev.agentperf.simulator.capacity.CapacityPlan;
import dev.agentperf.simulator.capacity.TypePlan;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One agent type of a plan, as text.
 *
 * @param id the row's anchor
 * @param type the agent type's name
 * @param size how many containers
 * @param predicted the share of claims in time on the part that the size was learned on
 * @param validated the same on the rest
 * @param spread the range that holds {@code validated}
 * @param claims claims on the rest
 * @param meanIdle ready, unused containers on the rest
 * @param promised {@code yes}, or why not
 */
public record PlanRow(
        String id,
        String type,
        String size,
        String predicted,
        String validated,
        String spread,
        String claims,
        String meanIdle,
        String promised) {

    /** The most rows that a page shows. */
    public static final int MOST = 500;

    /** Returns whether a plan has more types than a page shows. */
    public static boolean isCut(CapacityPlan plan) {
        return plan.plans().size() > MOST;
    }

    /** Returns the types with the most claims, at most {@value #MOST}. */
    public static List<TypePlan> busiest(CapacityPlan plan, int most) {
        return plan.plans().stream()
                .sorted(Comparator.comparingLong((TypePlan type) -> type.claims() + type.validatedClaims())
                        .reversed())
                .limit(most)
                .toList();
    }

    /** Returns one row a type, the busiest first. */
    public static List<PlanRow> of(CapacityPlan plan) {
        return busiest(plan, MOST).stream().map(PlanRow::row).toList();
    }

    private static PlanRow row(TypePlan type) {
        Double validated = type.validatedWarmRate();
        String spread = validated == null ? null : Spreads.range(validated, type.validatedClaims());
        return new PlanRow(
                Anchor.of("type", type.type()),
                type.type(),
                Figures.count(type.size()),
                rate(type.predictedWarmRate()),
                rate(validated),
                spread == null ? Figures.NONE : spread,
                Figures.count(type.validatedClaims()),
                Figures.number(type.meanIdle()),
                type.reason() == null ? "yes" : "no: " + type.reason());
    }

    private static String rate(@Nullable Double share) {
        return share == null ? Figures.NONE : Figures.percent(share);
    }
}
