package dev.agentperf.reports.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The style sheet's colours against WCAG 2.2, 1.4.3 and 1.4.11: 4.5:1 for text, 3:1 for what charts are made of. */
final class ContrastTest {
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6})");

    @ParameterizedTest
    @CsvSource({
        "text, page, 4.5", "text, raised, 4.5", "text, missed-soft, 4.5", "muted, page, 4.5", "muted, raised, 4.5",
        "muted, missed-soft, 4.5", "link, page, 4.5", "link, raised, 4.5", "met, page, 4.5", "missed, page, 4.5",
        "missed, missed-soft, 4.5", "absent, page, 4.5", "page, text, 4.5", "cold, page, 3", "warm-live, page, 3",
        "warm-paused, page, 3", "exec, page, 3", "axis, page, 3"
    })
    void colours_standApartInBothSchemes(String ink, String ground, double ratio) throws IOException {
        for (String scheme : new String[] {":root {", ":root[data-theme=\"dark\"] {"}) {
            Map<String, String> colours = colours(scheme);
            assertThat(contrast(colours, ink, ground))
                    .as("%s on %s in %s", ink, ground, scheme)
                    .isGreaterThanOrEqualTo(ratio);
        }
    }

    private static Map<String, String> colours(String scheme) throws IOException {
        String css = css();
        int start = css.indexOf(scheme);
        Matcher matcher = COLOUR.matcher(css.substring(start, css.indexOf('}', start)));
        Map<String, String> colours = new HashMap<>();
        while (matcher.find()) {
            colours.put(matcher.group(1), matcher.group(2));
        }
        return colours;
    }

    private static String css() throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(requireNonNull(in).readAllBytes(), UTF_8);
        }
    }

    private static double contrast(Map<String, String> colours, String ink, String ground) {
        double one = luminance(requireNonNull(colours.get(ink), ink));
        double other = luminance(requireNonNull(colours.get(ground), ground));
        double light = Math.max(one, other);
        double dark = Math.min(one, other);
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double share = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
