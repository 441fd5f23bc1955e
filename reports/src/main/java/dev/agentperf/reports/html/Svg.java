package dev.agentperf.reports.html;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A picture under construction. Colours are presentation attributes, so that it reads where style sheets are blocked;
 * the page's style sheet replaces them by class, for the dark scheme.
 *
 * <p>Not thread-safe.
 */
final class Svg {
    private final StringBuilder markup = new StringBuilder();
    private boolean inPanel;

    private Svg() {}

    /**
     * Begins a picture with an accessible name.
     *
     * @param id unique on the page
     * @param title what it shows
     * @param description what a reader should take from it
     */
    static Svg titled(String id, double width, double height, String title, String description) {
        Svg svg = new Svg();
        svg.open("svg")
                .attribute("xmlns", "http://www.w3.org/2000/svg")
                .attribute("role", "img")
                .attribute("aria-labelledby", id + "-title " + id + "-desc")
                .attribute("viewBox", "0 0 " + plain(width) + " " + plain(height))
                .attribute("width", width)
                .attribute("height", height)
                .attribute("class", id)
                .attribute("font-family", "system-ui, sans-serif")
                .attribute("font-size", 12)
                .end();
        svg.open("title").attribute("id", id + "-title").end().text(title).close("title");
        svg.open("desc").attribute("id", id + "-desc").end().text(description).close("desc");
        return svg;
    }

    /** Begins a picture that repeats what stands beside it in words. */
    static Svg decorative(String style, double width, double height) {
        Svg svg = new Svg();
        svg.open("svg")
                .attribute("xmlns", "http://www.w3.org/2000/svg")
                .attribute("aria-hidden", "true")
                .attribute("focusable", "false")
                .attribute("preserveAspectRatio", "none")
                .attribute("viewBox", "0 0 " + plain(width) + " " + plain(height))
                .attribute("width", width)
                .attribute("height", height)
                .attribute("class", style)
                .end();
        return svg;
    }

    /** Draws a line. */
    Svg line(Ink ink, double x1, double y1, double x2, double y2) {
        return open("line")
                .attribute("x1", x1)
                .attribute("y1", y1)
                .attribute("x2", x2)
                .attribute("y2", y2)
                .stroke(ink)
                .closeEmpty();
    }

    /** Draws a filled rectangle. */
    Svg rectangle(Ink ink, double x, double y, double width, double height) {
        return open("rect")
                .attribute("x", x)
                .attribute("y", y)
                .attribute("width", Math.max(0, width))
                .attribute("height", height)
                .attribute("rx", 2)
                .fill(ink)
                .closeEmpty();
    }

    /** Draws a filled disc that tells {@code tip} to a pointer. */
    Svg disc(Ink ink, double x, double y, double radius, String tip) {
        open("circle")
                .attribute("cx", x)
                .attribute("cy", y)
                .attribute("r", radius)
                .fill(ink)
                .end();
        return open("title").end().text(tip).close("title").close("circle");
    }

    /** Draws a filled square that stands on a corner and tells {@code tip} to a pointer. */
    Svg diamond(Ink ink, double x, double y, double radius, String tip) {
        open("path")
                .attribute(
                        "d",
                        "M" + plain(x) + " " + plain(y - radius) + "L" + plain(x + radius) + " " + plain(y) + "L"
                                + plain(x) + " " + plain(y + radius) + "L" + plain(x - radius) + " " + plain(y) + "Z")
                .fill(ink)
                .end();
        return open("title").end().text(tip).close("title").close("path");
    }

    /** Draws an open path. */
    Svg curve(Ink ink, Path path) {
        open("path").attribute("d", path.data.toString()).stroke(ink);
        return (inPanel ? attribute("vector-effect", "non-scaling-stroke") : this).closeEmpty();
    }

    /** Draws a closed path, filled. */
    Svg area(Ink ink, Path path) {
        return open("path")
                .attribute("d", path.data + "Z")
                .fill(ink)
                .attribute("fill-opacity", ink.width())
                .closeEmpty();
    }

    /**
     * Begins a part with coordinates of its own, which are stretched to fill its place and cut off at its border, so
     * that a script can zoom into it.
     *
     * @param across the width in its own coordinates
     * @param down the height in its own coordinates
     */
    Svg panel(double x, double y, double width, double height, double across, double down) {
        inPanel = true;
        return open("svg")
                .attribute("class", "panel")
                .attribute("x", x)
                .attribute("y", y)
                .attribute("width", width)
                .attribute("height", height)
                .attribute("viewBox", "0 0 " + plain(across) + " " + plain(down))
                .attribute("preserveAspectRatio", "none")
                .end();
    }

    /** Ends a panel. */
    Svg endPanel() {
        inPanel = false;
        return close("svg");
    }

    /** Writes a text centred on {@code x} that a script writes anew when a panel is zoomed into. */
    Svg tick(Ink ink, double x, double y, String text) {
        return text(new Ink(ink.style() + " tick", ink.colour(), ink.width(), ""), "middle", x, y, text);
    }

    /** Writes a text that starts at {@code x}. */
    Svg startText(Ink ink, double x, double y, String text) {
        return text(ink, "start", x, y, text);
    }

    /** Writes a text centred on {@code x}. */
    Svg middleText(Ink ink, double x, double y, String text) {
        return text(ink, "middle", x, y, text);
    }

    /** Writes a text that ends at {@code x}. */
    Svg endText(Ink ink, double x, double y, String text) {
        return text(ink, "end", x, y, text);
    }

    /** Ends the picture. */
    Content done() {
        close("svg");
        return new Drawn(markup.toString());
    }

    private Svg text(Ink ink, String anchor, double x, double y, String text) {
        return open("text")
                .attribute("x", x)
                .attribute("y", y)
                .attribute("text-anchor", anchor)
                .fill(ink)
                .end()
                .text(text)
                .close("text");
    }

    private Svg open(String element) {
        markup.append('<').append(element);
        return this;
    }

    private Svg attribute(String name, double value) {
        return attribute(name, plain(value));
    }

    private Svg attribute(String name, String value) {
        markup.append(' ').append(name).append("=\"");
        escape(value);
        markup.append('"');
        return this;
    }

    private Svg stroke(Ink ink) {
        attribute("class", ink.style()).attribute("fill", "none").attribute("stroke", ink.colour());
        attribute("stroke-width", ink.width());
        return ink.dashes().isEmpty() ? this : attribute("stroke-dasharray", ink.dashes());
    }

    private Svg fill(Ink ink) {
        return attribute("class", ink.style()).attribute("fill", ink.colour());
    }

    private Svg end() {
        markup.append('>');
        return this;
    }

    private Svg closeEmpty() {
        markup.append("/>");
        return this;
    }

    private Svg close(String element) {
        markup.append("</").append(element).append('>');
        return this;
    }

    private Svg text(String text) {
        escape(text);
        return this;
    }

    /* The one place where text becomes SVG. */
    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> markup.append("&amp;");
                case '<' -> markup.append("&lt;");
                case '>' -> markup.append("&gt;");
                case '"' -> markup.append("&quot;");
                case '\'' -> markup.append("&#39;");
                default -> markup.append(c);
            }
        }
    }

    /* Two decimals are a tenth of what a screen can show; fewer bytes, and the same ones everywhere. */
    private static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /**
     * How a stroke, an area or a text looks.
     *
     * @param style the classes that the style sheet knows it by
     * @param colour its colour where there is no style sheet
     * @param width a stroke's width; of an area, how much it covers, 0 to 1
     * @param dashes a stroke's pattern; empty for a solid one
     */
    record Ink(String style, String colour, double width, String dashes) {

        /** Returns a solid ink, one unit wide. */
        static Ink of(String style, String colour) {
            return new Ink(style, colour, 1, "");
        }
    }

    /** The points of a curve. Not thread-safe. */
    static final class Path {
        private final StringBuilder data = new StringBuilder();

        /** Draws on to that point, or begins there. */
        Path to(double x, double y) {
            data.append(data.length() == 0 ? 'M' : 'L')
                    .append(plain(x))
                    .append(' ')
                    .append(plain(y));
            return this;
        }
    }

    private record Drawn(String markup) implements Content {
        @Override
        public void writeTo(TemplateOutput output) {
            output.writeContent(markup);
        }
    }
}
