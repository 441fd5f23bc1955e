package dev.agentperf.reports.html;

import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.model.RunReport;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** Two runs side by side: one HTML file under the same rules as {@link HtmlReport}. Pure and thread-safe. */
public final class ComparisonHtml {
    private ComparisonHtml() {}

    /**
     * Returns the page.
     *
     * @param base the first run
     * @param head the second run
     * @param changes what the gate says of them
     */
    @SuppressWarnings("NullAway") // Null is jte's way to say that nothing intercepts.
    public static String render(RunReport base, RunReport head, GateReport changes) {
        StringOutput page = new StringOutput();
        ComparisonPage content = new ComparisonPage(base, head, new GatePage(changes));
        JtecomparisonGenerated.render(new OwaspHtmlTemplateOutput(page), null, content);
        return page.toString();
    }
}
