package dev.agentperf.simulator.trace;

/** Quotes hostile text inside a message: short, and on one line whatever it holds. */
final class Excerpt {
    private static final int LONGEST = 60;

    private Excerpt() {}

    /** Returns {@code text} in double quotes, cut after {@value #LONGEST} characters, control characters replaced. */
    static String of(CharSequence text) {
        return '"'
                + line(text.subSequence(0, Math.min(text.length(), LONGEST)))
                + (text.length() > LONGEST ? "...\"" : "\"");
    }

    /** Returns {@code text} with every character that could break or disguise the line replaced by a question mark. */
    static String line(CharSequence text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line.append(disturbs(c) ? '?' : c);
        }
        return line.toString();
    }

    private static boolean disturbs(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
