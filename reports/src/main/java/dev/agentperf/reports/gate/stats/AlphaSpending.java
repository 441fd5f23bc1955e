package dev.agentperf.reports.gate.stats;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;

/**
 * When the gate may look, and what error it may spend at each look. The errors add up to the whole (Bonferroni), so
 * that looking several times does not raise the false alarms.
 *
 * @param looks in order of their pairs, at least one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AlphaSpending(List<Look> looks) {

    /** 1 % over four looks: a larger part later, where more is known. */
    public static final AlphaSpending STANDARD = new AlphaSpending(
            List.of(new Look(6, 0.001), new Look(10, 0.002), new Look(16, 0.003), new Look(24, 0.004)));

    /** Validates that the pairs rise. */
    public AlphaSpending {
        looks = List.copyOf(looks);
        if (looks.isEmpty()) {
            throw new IllegalArgumentException("looks must not be empty");
        }
        for (int i = 1; i < looks.size(); i++) {
            if (looks.get(i).pairs() <= looks.get(i - 1).pairs()) {
                throw new IllegalArgumentException("looks must rise, were " + looks);
            }
        }
    }

    /**
     * Returns the same looks with the last one at {@code pairs}: those before stay, and the one that would come next
     * moves there with its error.
     */
    public AlphaSpending upTo(int pairs) {
        List<Look> kept = new ArrayList<>();
        for (Look look : looks) {
            if (look.pairs() >= pairs) {
                kept.add(new Look(pairs, look.alpha()));
                return new AlphaSpending(kept);
            }
            kept.add(look);
        }
        return this;
    }

    /**
     * Returns the error of a look that a budget forces at {@code pairs}: the next look's, for that one no longer takes
     * place.
     */
    public double alphaAt(int pairs) {
        return looks.stream()
                .filter(look -> look.pairs() >= pairs)
                .findFirst()
                .orElse(last())
                .alpha();
    }

    /** Returns the same looks with another error in all, divided as this one is. */
    public AlphaSpending spending(double total) {
        return new AlphaSpending(looks.stream()
                .map(look -> new Look(look.pairs(), look.alpha() * total / total()))
                .toList());
    }

    /** Returns after how many pairs the first look is. */
    public int firstPairs() {
        return looks.get(0).pairs();
    }

    /** Returns the most pairs that are run. */
    public int maxPairs() {
        return last().pairs();
    }

    /** Returns the error of all looks together. */
    public double total() {
        return looks.stream().mapToDouble(Look::alpha).sum();
    }

    /**
     * Returns {@code pValue} of a look that spends {@code alpha}, as if it were the only one: comparable across looks.
     */
    public double adjusted(double pValue, double alpha) {
        return Math.min(1, pValue * total() / alpha);
    }

    private Look last() {
        return looks.get(looks.size() - 1);
    }

    /**
     * One look.
     *
     * @param pairs after how many pairs, at least 2
     * @param alpha the two-sided error that it may spend, between 0 and 1
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Look(int pairs, double alpha) {

        /** Validates both. */
        public Look {
            if (pairs < 2) {
                throw new IllegalArgumentException("pairs must be at least 2, was " + pairs);
            }
            if (!(alpha > 0 && alpha < 1)) {
                throw new IllegalArgumentException("alpha must be between 0 and 1, was " + alpha);
            }
        }
    }
}
