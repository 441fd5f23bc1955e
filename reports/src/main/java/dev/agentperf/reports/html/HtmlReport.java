package dev.agentperf.reports.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.agentperf.reports.model.ResultsJson;
import dev.agentperf.reports.model.RunReport;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The report for people: one HTML file that asks nothing of the network, reads without scripts and style sheets, and
 * carries its own data.
 *
 * <p>A pure function of the results: same results, same bytes. Thread-safe.
 */
public final class HtmlReport {
    static final String CSS = resource("report.css");
    static final String SCRIPT = resource("report.js");

    private HtmlReport() {}

    /** Returns the page. */
    @SuppressWarnings("NullAway") // Null is jte's way to say that nothing intercepts.
    public static String render(RunReport report) {
        StringOutput page = new StringOutput();
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(page), null, new Page(report));
        return page.toString();
    }

    /* Nothing may be loaded, and nothing run or styled but our own two texts: an injected one has another hash. */
    static String policy() {
        return "default-src 'none'; style-src " + hash(CSS) + "; script-src " + hash(SCRIPT)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every JDK has SHA-256", e);
        }
    }

    /* In JSON these three occur inside strings only, where their escaped form means the same; and ASCII alone, so that
     * whoever reads the page's source meets no character that turns the line around. */
    static String data(Object report) {
        try {
            return ResultsJson.compact()
                    .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .writeValueAsString(report)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new LinkageError("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
