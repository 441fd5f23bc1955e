package dev.agentperf.reports.view;

import dev.agentperf.reports.model.Target;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A figure that carries a report's answer, and why to trust it.
 *
 * @param name what it is
 * @param definition the id of the {@link Definition} that tells how it is measured
 * @param value the figure with its unit
 * @param target what it is held against; null where nobody demands anything of it
 * @param spread the range that holds it with 95 % confidence, or that it has none; null where that is not known
 * @param n how many observations stand behind it; null where that is not known
 * @param basis what it was taken from, in a few words; null where there is nothing to say
 */
public record KeyFigure(
        String name,
        String definition,
        String value,
        @Nullable Target target,
        @Nullable String spread,
        @Nullable Long n,
        @Nullable String basis) {

    /** What is said of a figure that every run on this trace with this seed gives again. */
    public static final String EXACT = "exact for this trace and seed";

    /** Returns a figure that nobody demands anything of. */
    public static KeyFigure of(String name, String definition, String value, @Nullable Long n, String basis) {
        return new KeyFigure(name, definition, value, null, null, n, basis);
    }

    /** Returns a target's figure. */
    public static KeyFigure of(Target target, String definition, @Nullable String spread) {
        return new KeyFigure(
                target.name(), definition, Verdicts.measured(target), target, spread, target.n(), target.basis());
    }

    /** Returns the same as the figure of one load among several. */
    KeyFigure under(String load) {
        return new KeyFigure(
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                definition,
                value,
                target,
                spread,
                n,
                basis == null ? load : load + ", " + basis);
    }

    /** Returns the same with what is known of its spread. */
    KeyFigure spreading(@Nullable String other) {
        return new KeyFigure(name, definition, value, target, other, n, basis);
    }
}
