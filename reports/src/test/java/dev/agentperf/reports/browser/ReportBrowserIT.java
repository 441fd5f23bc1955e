package dev.agentperf.reports.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.agentperf.reports.gate.SampleGate;
import dev.agentperf.reports.html.ComparisonHtml;
import dev.agentperf.reports.html.GateHtml;
import dev.agentperf.reports.html.HtmlReport;
import dev.agentperf.reports.model.RunReport;
import dev.agentperf.reports.model.SampleRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What only a browser can tell of the report: that it is quiet, inert, legible and in both colour schemes. */
final class ReportBrowserIT {
    private static final String AXE_RESOURCE = "/axe.min.js";
    private static final String AXE = axe();

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

    @ParameterizedTest
    @MethodSource("everyPage")
    void everyLink_leadsToTheOnePlaceOnThePage(String name, String html) throws IOException {
        browser.open(Files.writeString(directory.resolve(name + ".html"), html), "light");

        Object dangling = browser.evaluate("return [...document.querySelectorAll('a[href]')]"
                + ".map(a => a.getAttribute('href')).filter(h => !h.startsWith('#') || !document.querySelector(h))");
        Object twice = browser.evaluate("const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
                + "return ids.filter((id, i) => ids.indexOf(id) !== i)");

        assertThat(dangling).isEqualTo(List.of());
        assertThat(twice).isEqualTo(List.of());
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

    @ParameterizedTest
    @MethodSource("everyPage")
    void everyPage_isQuiet_andAxeFindsNothing(String name, String html) throws IOException {
        Path page = Files.writeString(directory.resolve(name + ".html"), html);
        for (String scheme : List.of("light", "dark")) {
            browser.open(page, scheme);

            assertThat(browser.console()).isEmpty();
            assertThat(browser.requests())
                    .allMatch(url -> url.equals(page.toUri().toString()) || url.startsWith("data:"));
            browser.photographWhole(name + "-" + scheme);
            assertThat(browser.audit(AXE)).isEmpty();
        }
    }

    static Stream<Arguments> everyPage() {
        return Stream.of(
                arguments("run", HtmlReport.render(SampleRun.complete())),
                arguments("simulate", HtmlReport.render(SampleRun.simulated())),
                arguments("plan", HtmlReport.render(SampleRun.planned("react"))),
                arguments("plan-hostile", HtmlReport.render(SampleRun.planned(SampleRun.HOSTILE.repeat(100)))),
                arguments("predict", HtmlReport.render(SampleRun.predicted())),
                arguments("sweep", HtmlReport.render(SampleRun.swept("runs.jsonl"))),
                arguments("sweep-hostile", HtmlReport.render(SampleRun.swept(SampleRun.HOSTILE))),
                arguments("gate", GateHtml.render(SampleGate.report())),
                arguments("comparison", comparison(SampleRun.complete(), SampleRun.complete())),
                arguments("comparison-partial", comparison(SampleRun.complete(), SampleRun.simulated())),
                arguments("comparison-hostile", comparison(SampleRun.hostile(), SampleRun.hostile())),
                arguments("hostile-run", HtmlReport.render(SampleRun.hostile())),
                arguments("nothing", HtmlReport.render(RunReport.empty())));
    }

    private static String comparison(RunReport base, RunReport head) {
        return ComparisonHtml.render(base, head, SampleGate.report());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "simulate", "plan", "predict", "sweep", "gate", "comparison"})
    void everyPage_hasQuestionAnswerAndFigures_onTheFirstScreen(String name) throws IOException {
        browser.open(file(name), "light");

        Object lowest = browser.evaluate(
                "return document.querySelector('.provenance, .absent')" + ".getBoundingClientRect().top");

        assertThat(browser.element("h1").getText()).endsWith("?");
        assertThat(browser.element(".answer").getText()).isNotBlank();
        assertThat(browser.elements(".cards > li").size()).isEqualTo(3);
        assertThat(((Number) requireNonNull(lowest)).doubleValue()).isLessThan(800);
    }

    /* Of a few forks of a real benchmark against themselves: what they show is the page, not a verdict. */
    @Test
    void pageOfARealGate_isQuiet_andAxeFindsNothing() throws Exception {
        Path jar = Path.of("..", "jmh", "target", "benchmarks.jar");
        PackedCommand.run(
                "gate",
                "run",
                "--base=" + jar,
                "--head=" + jar,
                "--include=PredictorBenchmark.predict",
                "--pairs=2",
                "--windows=6",
                "--out=" + directory.resolve("real"));
        Path page = directory.resolve("real/gate.html");

        for (String scheme : List.of("light", "dark")) {
            browser.open(page, scheme);

            assertThat(browser.console()).isEmpty();
            assertThat(browser.elements("svg[role=img]")).hasSizeGreaterThanOrEqualTo(2);
            browser.photographWhole("real-gate-" + scheme);
            assertThat(browser.audit(AXE)).isEmpty();
        }
    }

    @Test
    void sortButton_ordersRowsByFigure_acrossUnits() throws IOException {
        browser.open(file("simulate"), "light");
        String column = "[aria-label='Sort by Cold starts']";

        browser.element(column).click();

        assertThat(firstCells()).isEqualTo(List.of("fixed:20", "keepalive:10m", "fixed:10", "fixed:5"));
        browser.element(column).click();
        assertThat(firstCells()).isEqualTo(List.of("fixed:5", "fixed:10", "keepalive:10m", "fixed:20"));
        assertThat(browser.elements("th[aria-sort=descending]")).hasSize(1);
    }

    private static Object firstCells() {
        return requireNonNull(browser.evaluate("return [...document.querySelector('#policies table').tBodies[0].rows]"
                + ".map(row => row.cells[0].textContent.trim())"));
    }

    @Test
    void filter_leavesTheRowsThatHoldTheWords() throws IOException {
        browser.open(file("large"), "light");

        browser.element(".filter input").sendKeys("TYPE-7");

        assertThat(browser.evaluate("return [...document.querySelector('#plan table').tBodies[0].rows]"
                        + ".filter(row => !row.hidden).map(row => row.cells[0].textContent.trim())"))
                .isEqualTo(List.of("type-7"));
    }

    @Test
    void zoom_narrowsTheTime_andGoesBack() throws IOException {
        browser.open(file("simulate"), "light");
        String panel = "return document.querySelector('svg.panel').getAttribute('viewBox')";
        String last =
                "return [...document.querySelectorAll('.zoomable')[0].querySelectorAll('text.tick')].pop().textContent";
        Object whole = browser.evaluate(panel);
        Object end = browser.evaluate(last);

        browser.element("[data-zoom=in]").click();

        assertThat(browser.evaluate(panel)).isEqualTo("1500 0 3000 110");
        assertThat(browser.evaluate(last)).isEqualTo("43.5\u00A0min");
        browser.element("[data-zoom=all]").click();
        assertThat(browser.evaluate(panel)).isEqualTo(whole);
        assertThat(browser.evaluate(last)).isEqualTo(end);
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void deepLink_leadsToItsRow() throws IOException {
        browser.openAt(file("simulate"), "policy-fixed_10");

        assertThat(browser.element("tr:target").getText()).startsWith("fixed:10");
    }

    @Test
    void paper_holdsTheWholePage() throws IOException {
        browser.open(file("run"), "dark");

        byte[] pdf = browser.print("run");

        assertThat(new String(pdf, 0, 5, ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(pdf.length).isGreaterThan(50_000);
    }

    private static Path file(String name) throws IOException {
        String html = name.equals("large")
                ? HtmlReport.render(SampleRun.planned(40))
                : everyPage()
                        .map(Arguments::get)
                        .filter(page -> page[0].equals(name))
                        .map(page -> (String) page[1])
                        .findFirst()
                        .orElseThrow();
        return Files.writeString(directory.resolve(name + ".html"), html);
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

    @Test
    void tables_areOfferedAsCsv_withNamesThatNoSpreadsheetRuns() throws IOException {
        browser.open(page("formula", SampleRun.named("=1+1,\"x\"")), "light");
        browser.evaluate("window.Blob = function (parts) { window.written = parts[0]; return new File(parts, 'x'); };"
                + "HTMLAnchorElement.prototype.click = function () { window.offered = this.download; }");

        browser.button("simulation-runs.csv").click();

        assertThat(browser.evaluate("return window.offered")).isEqualTo("agentperf-simulation-runs.csv");
        assertThat(String.valueOf(browser.evaluate("return window.written")).lines())
                .first(STRING)
                .startsWith("policy,claims,warmStarts,")
                .contains(",startMs.p99,", ",toolCache.hitRate,");
        assertThat(String.valueOf(browser.evaluate("return window.written"))).contains("\"'=1+1,\"\"x\"\"5\",");
    }

    /* What has no other way in must be reached, be seen while it has the focus, and act on Enter and on Space. */
    @ParameterizedTest
    @ValueSource(strings = {"simulate", "large", "run", "gate"})
    void everyControl_isReachedByTab_andShowsItsFocus(String name) throws IOException {
        browser.open(file(name), "light");
        Object controls = browser.evaluate(
                "window.all = [...document.querySelectorAll('a[href], button, input, [tabindex=\"0\"]')]"
                        + ".filter(e => e.checkVisibility()); return all.length");
        List<Object> order = new ArrayList<>();

        for (long i = 0; i < (Long) requireNonNull(controls); i++) {
            browser.press(Keys.TAB);
            order.add(requireNonNull(browser.evaluate("return all.indexOf(document.activeElement)")));
            assertThat(browser.evaluate("const style = getComputedStyle(document.activeElement);"
                            + "return style.outlineStyle + ' ' + (parseFloat(style.outlineWidth) >= 1.5)"
                            + " + ' ' + (style.opacity === '1')"))
                    .isEqualTo("solid true true");
        }

        assertThat(order).isEqualTo(LongStream.range(0, order.size()).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource(
            value = Keys.class,
            names = {"ENTER", "SPACE"})
    void everyButton_actsOnItsKeys(Keys key) throws IOException {
        browser.open(file("simulate"), "light");
        browser.evaluate("window.clicked = []; HTMLAnchorElement.prototype.click = function () {};"
                + "document.addEventListener('click', event => clicked.push(event.target), true)");
        List<WebElement> buttons = browser.elements("button:not(:disabled)");

        for (WebElement button : buttons) {
            button.sendKeys(key);
        }

        assertThat(browser.evaluate("return clicked.length")).isEqualTo((long) buttons.size());
        assertThat(browser.element("#theme").getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(browser.elements("th[aria-sort]")).hasSameSizeAs(browser.elements("table.sortable"));
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

    private static String axe() {
        try (InputStream in = ReportBrowserIT.class.getResourceAsStream(AXE_RESOURCE)) {
            return new String(requireNonNull(in, AXE_RESOURCE).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
