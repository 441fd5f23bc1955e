package dev.agentperf.simulator.trace;

import dev.agentperf.predict.ResourceUsage;

/** Numbers that say how much of something was used. */
final class Amounts {
    private static final int LONGEST_TEXT = 64;

    private Amounts() {}

    /**
     * Reads a number from 0 to {@link ResourceUsage#MOST}.
     *
     * @throws IllegalArgumentException if it is none; the message names {@code field}
     */
    static double parse(String text, String field) {
        double value = number(text, field);
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    field + " must be finite and not negative, was " + Excerpt.line(text.strip()));
        }
        if (value > ResourceUsage.MOST) {
            throw new IllegalArgumentException(
                    field + " must be at most " + ResourceUsage.MOST + ", was " + Excerpt.line(text.strip()));
        }
        return value;
    }

    private static double number(String text, String field) {
        try {
            if (text.length() <= LONGEST_TEXT) {
                return Double.parseDouble(text);
            }
        } catch (NumberFormatException e) {
            // Reported below, with the field's name.
        }
        throw new IllegalArgumentException(field + " is " + Excerpt.of(text) + ", expected a number");
    }
}
