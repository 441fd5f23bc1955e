package dev.agentperf.reports.cli;

import dev.agentperf.reports.view.Figures;
import dev.agentperf.reports.view.PolicyFigures;
import dev.agentperf.simulator.result.Bound;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.result.SimulationResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;

/** A replay as a table for a terminal. */
final class PolicyTable {
    private static final List<String> HEAD = List.of(
            "policy", "warm", "cold starts", "p50 ms", "p99 ms", "mean idle", "idle GB s", "cost GB s", "regret");

    private PolicyTable() {}

    static void print(SimulationResult result, PrintWriter out) {
        out.println(Figures.count(result.trace().sessions()) + " sessions, "
                + Figures.count(result.trace().steps()) + " steps, "
                + Figures.count(result.trace().types()) + " types");
        TextTable table = new TextTable(HEAD);
        result.runs().forEach(run -> table.add(row(run)));
        result.bounds().forEach(bound -> table.add(row(bound)));
        table.print(out);
        if (!result.bounds().isEmpty()) {
            out.println();
            regrets(result).print(out);
        }
        result.runs().forEach(run -> foreseen(run, out));
        result.assumptions().forEach(assumption -> out.println("Note: " + assumption));
    }

    private static void foreseen(PolicyRun run, PrintWriter out) {
        PolicyRun.Foreseen foreseen = run.foreseen();
        if (foreseen != null && foreseen.made() > 0) {
            out.println(run.policy() + " was told of " + Figures.count(foreseen.announced()) + " claims ahead, made "
                    + Figures.count(foreseen.made(), "container") + " for them, and " + Figures.count(foreseen.used())
                    + " of those had a claim.");
        }
    }

    private static TextTable regrets(SimulationResult result) {
        TextTable table = new TextTable(Stream.concat(
                        Stream.of("regret against"), result.bounds().stream().map(Bound::bound))
                .toList());
        for (PolicyRun run : result.runs()) {
            table.add(Stream.concat(
                            Stream.of(run.policy()),
                            result.bounds().stream().map(bound -> PolicyFigures.regret(run, bound)))
                    .toList());
        }
        return table;
    }

    private static List<String> row(PolicyRun run) {
        return List.of(
                run.policy(),
                Figures.percent(run.warmRate()),
                Figures.count(run.coldStarts()),
                Figures.number(run.startMs().p50()),
                Figures.number(run.startMs().p99()),
                Figures.number(run.meanIdle()),
                Figures.number(run.idleMbSeconds() / 1_000),
                Figures.number(run.cost()),
                run.regret() == null ? Figures.NONE : Figures.number(run.regret()));
    }

    private static List<String> row(Bound bound) {
        return List.of(
                bound.bound(),
                Figures.NONE,
                Figures.count(bound.coldStarts()),
                Figures.NONE,
                Figures.NONE,
                Figures.NONE,
                Figures.number(bound.idleMbSeconds() / 1_000),
                Figures.number(bound.cost()),
                Figures.NONE);
    }
}
