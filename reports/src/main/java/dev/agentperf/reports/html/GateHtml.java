package dev.agentperf.reports.html;

import dev.agentperf.reports.gate.GateReport;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/**
 * A gate's report for people: one HTML file under the same rules as {@link HtmlReport}. Pure and thread-safe: same
 * report, same bytes.
 */
public final class GateHtml {
    private GateHtml() {}

    /** Returns the page. */
    @SuppressWarnings("NullAway") // Null is jte's way to say that nothing intercepts.
    public static String render(GateReport report) {
        StringOutput page = new StringOutput();
        JtegateGenerated.render(new OwaspHtmlTemplateOutput(page), null, new GatePage(report));
        return page.toString();
    }
}
