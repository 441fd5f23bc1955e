package dev.agentperf.reports.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word that was probably meant. */
final class Similar {
    private static final double MOST_EDITED = 0.5;

    private Similar() {}

    /**
     * Returns what a user is told after a wrong word: {@code ", did you mean simulate?"}; nothing where no candidate is
     * near.
     */
    static String hint(String word, Collection<String> candidates) {
        return to(word, candidates).map(near -> ", did you mean " + near + "?").orElse("");
    }

    /** Returns the candidate of which the smallest share has to be edited; empty where that is more than half. */
    static Optional<String> to(String word, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> edited(word, candidate) <= MOST_EDITED)
                .min(Comparator.comparingDouble((String candidate) -> edited(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static double edited(String word, String candidate) {
        return (double) edits(word, candidate) / Math.max(word.length(), candidate.length());
    }

    /* Insertions, deletions, replacements and swaps of neighbours: optimal string alignment. */
    private static int edits(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, 1 + cost[i - 2][j - 2]) : best;
    }
}
