package dev.agentperf.reports.browser;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PrintOptions;

/** Chromium without a window, and what it noticed: console messages, requests, dialogs. Not thread-safe. */
final class Browser implements AutoCloseable {
    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");

    /* It warns of each Chromium that is newer than itself; held, because loggers are referred to weakly. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts Chromium; skips the test where there is none, and fails it where the build says that there must be. */
    static Browser start() {
        if (!CHROMIUM.canExecute() || !DRIVER.canExecute()) {
            String message = "no " + CHROMIUM + " or no " + DRIVER;
            if ("required".equals(System.getProperty("agentperf.engine"))) {
                fail(message + ", and -Dagentperf.engine=required asks for them");
            }
            Assumptions.abort(message);
        }
        SELENIUM.setLevel(Level.SEVERE);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER)
                .usingAnyFreePort()
                .withLogOutput(OutputStream.nullOutputStream())
                .build();
        return new Browser(new ChromeDriver(service, options()));
    }

    private static ChromeOptions options() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.setCapability("goog:loggingPrefs", logs);
        return options.addArguments(
                "--headless",
                // The sandbox wants a user namespace, which a container as CI has it does not give.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                // Nothing of the browser's own may look like a request of the page.
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1200,1600");
    }

    /** Opens a page in a colour scheme, and forgets what was noticed before. */
    void open(Path page, String scheme) {
        emulate(scheme);
        console();
        requests();
        driver.get(page.toUri().toString());
    }

    /** Opens a page at one of its ids. */
    void openAt(Path page, String id) {
        driver.get(page.toUri() + "#" + id);
    }

    /** Changes what the system prefers. */
    void emulate(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                // What is clicked must not be on its way.
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Opens a page as it looks without scripts. */
    void openWithoutScripts(Path page) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        driver.get(page.toUri().toString());
    }

    void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    WebElement element(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> elements(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Returns the button with that text. */
    WebElement button(String text) {
        return elements("button").stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** Presses a key where the focus is. */
    void press(Keys key) {
        new Actions(driver).sendKeys(key).perform();
    }

    @Nullable
    Object evaluate(String script) {
        return driver.executeScript(script);
    }

    /** Returns the name that a screen reader tells of an element. */
    String accessibleName(WebElement element) {
        return String.valueOf(element.getAccessibleName());
    }

    /**
     * Returns what axe finds against WCAG 2.2 AA and its own best practices, one line a finding.
     *
     * @param axe the source of axe
     */
    List<String> audit(String axe) {
        driver.executeScript(axe);
        Object findings = driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "axe.run(document, { resultTypes: ['violations'] }).then(found => done(found.violations.map("
                + "one => one.id + ': ' + one.nodes.map(node => node.html.slice(0, 120)).join(' | '))))");
        return findings instanceof List<?> lines
                ? lines.stream().map(String::valueOf).toList()
                : List.of("axe told nothing: " + findings);
    }

    /** Prints the page and keeps the paper. */
    byte[] print(String name) {
        byte[] pdf = Base64.getDecoder().decode(driver.print(new PrintOptions()).getContent());
        keep(name + ".pdf", pdf);
        return pdf;
    }

    /** Keeps what the whole page looks like, also what lies below the window. */
    void photographWhole(String name) {
        Object shot = driver.executeCdpCommand(
                        "Page.captureScreenshot",
                        Map.of(
                                "captureBeyondViewport",
                                true,
                                "clip",
                                Map.of("x", 0, "y", 0, "width", size("Width"), "height", size("Height"), "scale", 1)))
                .get("data");
        keep(name + ".png", Base64.getDecoder().decode(String.valueOf(shot)));
    }

    private Object size(String side) {
        return requireNonNull(driver.executeScript("return document.documentElement.scroll" + side));
    }

    /** Returns what the console says. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Returns every address that the page asked for since the last call. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> message(entry.getMessage()))
                .filter(message -> message.path("method").asText().equals("Network.requestWillBeSent"))
                .map(message -> message.at("/params/request/url").asText())
                .toList();
    }

    /** Keeps what the page looks like, to be looked at. */
    void photograph(String name) {
        keep(name + ".png", driver.getScreenshotAs(OutputType.BYTES));
    }

    private static void keep(String name, byte[] content) {
        try {
            Path directory = Files.createDirectories(Path.of("target", "screenshots"));
            Files.write(directory.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static JsonNode message(String entry) {
        try {
            return new JsonMapper().readTree(entry).path("message");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
