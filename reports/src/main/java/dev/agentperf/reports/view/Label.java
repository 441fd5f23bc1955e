package dev.agentperf.reports.view;

import java.util.Locale;

/**
 * A name from outside, made fit to be shown: traces, parameters and command lines are hostile input.
 *
 * <p>Control characters, line breaks, characters that change the direction of writing and halves of surrogate pairs are
 * shown as their code ({@code \u202E}); a long name is cut. Escaping for HTML, SVG or Markdown comes after this, where
 * the text is written.
 *
 * @param text at most {@value #SHORT} characters, an ellipsis last where it was cut
 * @param full at most {@value #FULL} characters
 */
public record Label(String text, String full) {
    private static final int SHORT = 60;
    private static final int FULL = 1_000;
    /* The one format character that is left alone: it holds emoji together. */
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private static final String ELLIPSIS = "\u2026";

    /** Returns the label of a name. */
    public static Label of(String name) {
        String clean = clean(name, FULL);
        return new Label(cut(clean, SHORT), clean);
    }

    /** Returns a sentence or a command line, clean and at most {@value #FULL} characters long. */
    public static String line(String text) {
        return clean(text, FULL);
    }

    /** Returns an instant in ISO-8601 to the second, the way people write it; another text as it is. */
    public static String instant(String instant) {
        return of(instant.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d:\\d\\d)(?:\\.\\d+)?Z$", "$1 $2 UTC"))
                .text();
    }

    /** Returns whether the name was too long for a table. */
    public boolean isCut() {
        return !text.equals(full);
    }

    private static String clean(String name, int limit) {
        StringBuilder clean = new StringBuilder(Math.min(name.length(), limit));
        name.codePoints().limit(limit + 1L).forEach(point -> append(clean, point));
        return cut(clean.toString(), limit);
    }

    private static void append(StringBuilder clean, int point) {
        if (isHarmless(point)) {
            clean.appendCodePoint(point);
        } else {
            clean.append("\\u").append(String.format(Locale.ROOT, "%04X", point));
        }
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            case Character.FORMAT -> point == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }

    private static String cut(String text, int limit) {
        if (text.codePointCount(0, text.length()) <= limit) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, limit - 1)) + ELLIPSIS;
    }
}
