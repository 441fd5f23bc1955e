package dev.agentperf.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A report of a long trace: as small as one of a short one, and how long a browser takes to open it, which is printed
 * and kept in {@code target/screenshots/large.txt}. {@code mvn -pl reports -am -Pmillion verify} has a million
 * sessions.
 */
final class LargeReportIT {
    private static final String SESSIONS = System.getProperty("agentperf.report.sessions", "20k");
    private static final int MOST_BYTES = 2_000_000;

    private static final String TIMING = """
            const page = performance.getEntriesByType('navigation')[0];
            const paint = performance.getEntriesByName('first-contentful-paint')[0];
            return JSON.stringify({ paintMs: paint ? paint.startTime : null,
                interactiveMs: page.domInteractive, loadedMs: page.loadEventEnd })""";

    @TempDir
    private Path directory;

    @Test
    void reportOfALongTrace_isSmall_andOpens() throws Exception {
        Path trace = directory.resolve("trace.jsonl.gz");
        Path page = directory.resolve("report.html");
        try (Browser browser = Browser.start()) {
            PackedCommand.run("generate", "--sessions", SESSIONS, "--out", trace.toString());
            PackedCommand.run(
                    "simulate",
                    "--trace=" + trace,
                    "--cold-start=500ms",
                    "--policies=fixed:10,keepalive:10m",
                    "--out=" + directory);

            browser.open(page, "light");

            String timing = SESSIONS + " sessions, " + Files.size(page) + " bytes: " + browser.evaluate(TIMING);
            System.out.println(timing);
            browser.photographWhole("large");
            Files.writeString(Path.of("target", "screenshots", "large.txt"), timing + "\n");
            assertThat(browser.console()).isEmpty();
            assertThat(browser.elements("svg[role=img]")).isNotEmpty();
            assertThat(page).content().hasSizeLessThan(MOST_BYTES);
        }
    }
}
