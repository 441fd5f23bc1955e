package dev.agentperf.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import org.junit.jupiter.api.Test;

final class SvgTest {
    @Test
    void picture_hasAnAccessibleName() {
        String svg = markup(Svg.titled("chart", 10, 20, "What", "Why").done());

        assertThat(svg)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""
                        + " aria-labelledby=\"chart-title chart-desc\" viewBox=\"0 0 10 20\"")
                .contains("<title id=\"chart-title\">What</title><desc id=\"chart-desc\">Why</desc>")
                .endsWith("</svg>");
    }

    @Test
    void text_isEscaped() {
        String svg = markup(Svg.titled("chart", 1, 1, "<script>\"'&", "")
                .startText(Inks.TEXT, 0, 0, "</text><script>")
                .done());

        assertThat(svg)
                .contains("&lt;script&gt;&quot;&#39;&amp;", "&lt;/text&gt;&lt;script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void coordinates_haveTwoDecimals_andAPoint() {
        String svg = markup(Svg.decorative("bar", 1, 1)
                .line(Inks.GRID, 1.0 / 3, 1e-9, 1e7, 2)
                .done());

        assertThat(svg).contains("x1=\"0.33\" y1=\"0\" x2=\"10000000\" y2=\"2\"");
    }

    private static String markup(Content content) {
        StringOutput output = new StringOutput();
        content.writeTo(output);
        return output.toString();
    }
}
