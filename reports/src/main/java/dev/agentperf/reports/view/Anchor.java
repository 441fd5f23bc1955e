package dev.agentperf.reports.view;

import java.util.Locale;

/**
 * The ids that links into a page end in: the same for the same name in every report, whatever else is in it. Stateless
 * and thread-safe.
 */
public final class Anchor {
    private static final int LONGEST = 48;

    private Anchor() {}

    /**
     * Returns the id of a row.
     *
     * @param prefix the table, a plain word
     * @param name the row's name, from outside; where an id cannot hold it, its hash tells it from those that look
     *     alike
     */
    public static String of(String prefix, String name) {
        String marked = name.replace(':', '_');
        if (marked.matches("[a-z0-9-]+(_[a-z0-9-]+)?") && marked.length() <= LONGEST && !name.contains("_")) {
            return prefix + "-" + marked;
        }
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return prefix + "-" + plain.substring(0, Math.min(LONGEST, plain.length())) + "-"
                + Integer.toHexString(name.hashCode());
    }
}
