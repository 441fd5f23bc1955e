package dev.agentperf.reports.export;

import dev.agentperf.reports.view.Label;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Markdown under construction. The one place where text becomes Markdown. Not thread-safe. */
final class Markdown {
    private static final String SPECIAL = "\\`*_{}[]()#+!|~$";

    private final StringBuilder text = new StringBuilder();

    Markdown heading(int level, String title) {
        return line("#".repeat(level) + " " + escape(title)).line("");
    }

    /** Writes Markdown that this class made, and a blank line. */
    Markdown paragraph(String markdown) {
        return line(markdown).line("");
    }

    Markdown items(List<String> markdown) {
        markdown.forEach(item -> line("- " + item));
        return line("");
    }

    /**
     * Writes a table.
     *
     * @param columns the headings; one that ends in {@code #} is a column of figures, aligned right
     * @param rows cells of Markdown that this class made
     */
    Markdown table(List<String> columns, Stream<List<String>> rows) {
        line(row(columns.stream().map(column -> column.replace("#", "")).toList()));
        line(row(columns.stream()
                .map(column -> column.endsWith("#") ? "---:" : "---")
                .toList()));
        rows.forEach(cells -> line(row(cells)));
        return line("");
    }

    /** Returns a name from outside: short, on one line, and nothing but itself. */
    static String name(String name) {
        return escape(Label.of(name).text());
    }

    /** Returns a sentence from outside. */
    static String sentence(String sentence) {
        return escape(Label.line(sentence));
    }

    /** Returns a text as code; its fence is longer than any run of backticks inside. */
    static String code(String text) {
        String clean = Label.line(text).replace("|", "\\|");
        String fence = "`";
        while (clean.contains(fence)) {
            fence += "`";
        }
        boolean touches = clean.startsWith("`") || clean.endsWith("`") || clean.isBlank();
        return touches ? fence + " " + clean + " " + fence : fence + clean + fence;
    }

    /* Every character that means something anywhere, so that no context needs its own rule: links, mentions and
     * references of forges among them. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '@' -> escaped.append("&#64;");
                case ':' -> escaped.append(i + 1 < text.length() && text.charAt(i + 1) == '/' ? "&#58;" : ":");
                default -> escaped.append(SPECIAL.indexOf(c) >= 0 ? "\\" + c : c);
            }
        }
        return escaped.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private Markdown line(String line) {
        text.append(line).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing() + "\n";
    }
}
