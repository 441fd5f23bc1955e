package dev.agentperf.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.html.HtmlReport;
import dev.agentperf.reports.model.RunReport;
import dev.agentperf.reports.model.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;

/** What only a browser can tell of the report: that it is quiet, inert, legible and in both colour schemes. */
final class ReportBrowserIT {
    @TempDir
    static Path directory;

    private static Browser browser;

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"light, 'rgb(255, 255, 255)'", "dark, 'rgb(15, 19, 24)'"})
    void report_isQuietInBothSchemes(String scheme, String background) throws IOException {
        Path page = page("complete", SampleRun.complete());

        browser.open(page, scheme);

        assertThat(browser.element("body")
                        .getCssValue("background-color")
                        .replace("rgba", "rgb")
                        .replace(", 1)", ")"))
                .isEqualTo(background);
        assertThat(browser.console()).isEmpty();
        assertThat(browser.requests()).allMatch(url -> url.equals(page.toUri().toString()) || url.startsWith("data:"));
        browser.photograph("report-" + scheme);
    }

    @Test
    void everyChart_isThere_andHasAName() throws IOException {
        browser.open(page("complete", SampleRun.complete()), "light");

        List<WebElement> charts = browser.elements("svg[role=img]");

        assertThat(charts).isNotEmpty();
        for (WebElement chart : charts) {
            assertThat(browser.accessibleName(chart)).isNotBlank();
            assertThat(chart.getSize().getWidth()).isGreaterThan(300);
            assertThat(chart.getSize().getHeight()).isGreaterThan(100);
        }
    }

    @Test
    void everyTable_hasACaption_andHeadersWithScope() throws IOException {
        browser.open(page("complete", SampleRun.complete()), "light");

        assertThat(browser.elements("table")).hasSameSizeAs(browser.elements("table > caption"));
        assertThat(browser.elements("th:not([scope])")).isEmpty();
    }

    @Test
    void everyLink_leadsToAPlaceOnThePage() throws IOException {
        browser.open(page("complete", SampleRun.complete()), "light");

        Object dangling = browser.evaluate("return [...document.querySelectorAll('a[href]')]"
                + ".map(a => a.getAttribute('href')).filter(h => !h.startsWith('#') || !document.querySelector(h))");

        assertThat(dangling).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void themeButton_turnsTheSchemeAround(String scheme) throws IOException {
        browser.open(page("complete", SampleRun.complete()), scheme);
        String before = browser.element("body").getCssValue("background-color");

        browser.element("#theme").click();

        assertThat(browser.element("body").getCssValue("background-color")).isNotEqualTo(before);
        assertThat(browser.element("#theme").getAttribute("aria-pressed"))
                .isEqualTo(String.valueOf(scheme.equals("light")));
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void hostileNames_areInert() throws IOException {
        Path page = page("hostile", SampleRun.hostile());

        browser.open(page, "light");

        assertThat(browser.evaluate("return window.pwned")).isNull();
        assertThat(browser.elements("img, main script")).isEmpty();
        assertThat(browser.console()).isEmpty();
        assertThat(browser.requests()).allMatch(url -> url.equals(page.toUri().toString()) || url.startsWith("data:"));
        browser.photograph("hostile");
    }

    @Test
    void data_isWholeInsideThePage() throws IOException {
        browser.open(page("hostile", SampleRun.hostile()), "light");

        Object policy = browser.evaluate(
                "return JSON.parse(document.getElementById('agentperf-data').textContent).simulation.runs[0].policy");

        assertThat(policy).isEqualTo(SampleRun.HOSTILE + "5");
    }

    @Test
    void downloadButton_works() throws IOException {
        browser.open(page("complete", SampleRun.complete()), "light");
        browser.evaluate("HTMLAnchorElement.prototype.click = function () { window.offered = this.download; }");

        browser.element("#download").click();

        assertThat(browser.evaluate("return window.offered")).isEqualTo("agentperf-results.json");
        assertThat(browser.console()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1200})
    void page_neverScrollsSideways(int width) throws IOException {
        browser.open(page("hostile", SampleRun.hostile()), "light");
        browser.resize(width, 900);

        Object overflow =
                browser.evaluate("return document.documentElement.scrollWidth - document.documentElement.clientWidth");

        browser.photograph("hostile-" + width);
        browser.resize(1200, 1600);
        assertThat(overflow).isEqualTo(0L);
    }

    @Test
    void nothingMeasured_isAPageToo() throws IOException {
        browser.open(page("empty", RunReport.empty()), "light");

        assertThat(browser.element(".answer").getText()).contains("Unknown: no target was measured.");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void withoutScripts_everythingReads_andNoDeadButtonShows() throws IOException {
        try (Browser plain = Browser.start()) {
            plain.openWithoutScripts(page("complete", SampleRun.complete()));

            assertThat(plain.element("#theme").isDisplayed()).isFalse();
            assertThat(plain.element("#download").isDisplayed()).isFalse();
            assertThat(plain.elements("main table, main svg[role=img]")).allMatch(WebElement::isDisplayed);
            plain.photograph("without-scripts");
        }
    }

    private static Path page(String name, RunReport report) throws IOException {
        return Files.writeString(directory.resolve(name + ".html"), HtmlReport.render(report));
    }
}
