package dev.agentperf.reports.cli;

import dev.agentperf.reports.view.Figures;
import dev.agentperf.reports.view.Label;
import dev.agentperf.simulator.capacity.CapacityPlan;
import dev.agentperf.simulator.capacity.HostNeed;
import dev.agentperf.simulator.capacity.ServiceLevel;
import dev.agentperf.simulator.capacity.TypePlan;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan as a table for a terminal, the busiest types first. */
final class PlanTable {
    private static final List<String> HEAD =
            List.of("type", "size", "first part", "the rest", "mean idle", "claims", "promised");

    /** As many as a screen holds; the JSON has all. */
    private static final int MOST_ROWS = 30;

    private PlanTable() {}

    static void print(CapacityPlan plan, ServiceLevel level, PrintWriter out) {
        TextTable table = new TextTable(HEAD);
        plan.plans().stream()
                .sorted(Comparator.comparingLong(TypePlan::claims).reversed())
                .limit(MOST_ROWS)
                .forEach(type -> table.add(row(type)));
        table.print(out);
        if (plan.plans().size() > MOST_ROWS) {
            out.println("... and " + Figures.count(plan.plans().size() - MOST_ROWS)
                    + " types more, all of them in the JSON (--json FILE)");
        }
        out.println("All types: " + rate(plan.predictedWarmRate()) + " in time on the first part, "
                + rate(plan.validatedWarmRate()) + " on the rest, " + Figures.number(plan.meanIdle())
                + " containers idle on average.");
        if (plan.hostNeed() != null) {
            out.println(hosts(plan.hostNeed()));
        }
        out.println(plan.promised() ? promise(level) : "No promise: " + plan.reason() + ".");
        plan.assumptions().forEach(assumption -> out.println("Note: " + assumption));
    }

    private static String hosts(HostNeed need) {
        String containers = "At most " + Figures.count(need.containers(), "container") + " at once with "
                + Figures.number(need.memoryMb() / 1_000) + " GB"
                + (need.startsAtOnce() == 0 ? "" : ", " + Figures.count(need.startsAtOnce(), "start") + " at once");
        return need.hosts() == null ? containers + "." : containers + ": " + Figures.count(need.hosts(), "host") + ".";
    }

    private static String promise(ServiceLevel level) {
        return "Promised: " + Figures.percent(level.warmRate())
                + " of claims in time, as far as the rest resembles it.";
    }

    private static List<String> row(TypePlan type) {
        return List.of(
                Label.line(type.type()),
                Figures.count(type.size()),
                rate(type.predictedWarmRate()),
                rate(type.validatedWarmRate()),
                Figures.number(type.meanIdle()),
                Figures.count(type.claims()),
                type.reason() == null ? "yes" : "no: " + type.reason());
    }

    private static String rate(@Nullable Double share) {
        return share == null ? Figures.NONE : Figures.percent(share);
    }
}
