package dev.agentperf.reports.view;

import dev.agentperf.reports.model.SweepCells;
import dev.agentperf.simulator.sweep.CellResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The policies of a sweep, ranked by what they cost over the scenarios. A scenario is all of a cell but its policy;
 * costs of different scenarios are never added, only set against the scenario's least.
 *
 * @param scenarios how many scenarios there are
 * @param policies the policies, the one that is dearer than the best by least first
 */
public record SweepRanking(int scenarios, List<PolicyRank> policies) {
    /** The most cells that a page lists. */
    public static final int MOST_CELLS = 500;

    private static final String POLICY = " policy=";
    private static final String PRICE = " price=";

    /** Copies the policies. */
    public SweepRanking {
        policies = List.copyOf(policies);
    }

    /** Ranks the policies of a sweep. */
    public static SweepRanking of(SweepCells sweep) {
        Map<String, List<CellResult>> scenarios = new LinkedHashMap<>();
        sweep.cells().stream()
                .filter(cell -> cell.claims() > 0)
                .forEach(cell -> scenarios
                        .computeIfAbsent(scenario(cell), key -> new ArrayList<>())
                        .add(cell));
        Map<String, Tally> tallies = new LinkedHashMap<>();
        scenarios.values().forEach(cells -> {
            double least = cells.stream().mapToDouble(CellResult::cost).min().orElse(0);
            cells.forEach(cell ->
                    tallies.computeIfAbsent(policy(cell), key -> new Tally()).add(cell, least));
        });
        return new SweepRanking(
                scenarios.size(),
                tallies.entrySet().stream()
                        .map(entry -> entry.getValue().rank(entry.getKey()))
                        .sorted(Comparator.comparingLong(PolicyRank::scenarios)
                                .reversed()
                                .thenComparingDouble(PolicyRank::meanExcess))
                        .toList());
    }

    /** Returns what a cell has in common with those that it competes with. */
    public static String scenario(CellResult cell) {
        int end = cell.cell().lastIndexOf(POLICY);
        return end < 0 ? cell.cell() : cell.cell().substring(0, end);
    }

    /**
     * Returns, for the cells in their order, what tells the scenario from the others.
     *
     * @param most for how many cells
     */
    public static List<String> differences(SweepCells sweep, int most) {
        Set<String> common = new HashSet<>();
        sweep.cells().stream().limit(1).forEach(cell -> common.addAll(words(cell)));
        sweep.cells().forEach(cell -> common.retainAll(Set.copyOf(words(cell))));
        return sweep.cells().stream()
                .limit(most)
                .map(cell -> words(cell).stream()
                        .filter(word -> !common.contains(word))
                        .map(word -> word.replaceFirst("\\.0$", ""))
                        .collect(Collectors.joining(" ")))
                .map(difference -> difference.isEmpty() ? "the only one" : difference)
                .toList();
    }

    private static List<String> words(CellResult cell) {
        return List.of(scenario(cell).split(" "));
    }

    /* A policy that is told the scenario's price is one and the same in all of them. */
    private static String policy(CellResult cell) {
        int colon = cell.policy().lastIndexOf(':');
        int from = cell.cell().indexOf(PRICE);
        if (colon < 0 || from < 0) {
            return cell.policy();
        }
        String price = cell.cell().substring(from + PRICE.length()).split(" ", 2)[0];
        return isSame(price, cell.policy().substring(colon + 1))
                ? cell.policy().substring(0, colon) + ":P"
                : cell.policy();
    }

    private static boolean isSame(String price, String parameter) {
        try {
            return Double.parseDouble(price) == Double.parseDouble(parameter);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * One policy over the scenarios it was tried in.
     *
     * @param policy its name; {@code P} where it takes the scenario's price
     * @param scenarios in how many scenarios it was tried
     * @param wins in how many of them no other cost less
     * @param meanExcess by how much it was dearer than the scenario's best, a share, in the mean
     * @param worstExcess the same at worst
     * @param claims the claims of all scenarios
     * @param coldRate cold starts over claims, 0 to 1
     */
    public record PolicyRank(
            String policy,
            long scenarios,
            long wins,
            double meanExcess,
            double worstExcess,
            long claims,
            double coldRate) {}

    private static final class Tally {
        private long scenarios;
        private long wins;
        private double excess;
        private double worst;
        private long claims;
        private long cold;

        void add(CellResult cell, double least) {
            double over = least > 0 ? cell.cost() / least - 1 : 0;
            scenarios++;
            wins += cell.cost() <= least ? 1 : 0;
            excess += over;
            worst = Math.max(worst, over);
            claims += cell.claims();
            cold += cell.coldStarts();
        }

        PolicyRank rank(String policy) {
            return new PolicyRank(policy, scenarios, wins, excess / scenarios, worst, claims, (double) cold / claims);
        }
    }
}
