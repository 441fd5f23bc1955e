package dev.agentperf.reports.cli;

import dev.agentperf.reports.export.MarkdownReport;
import dev.agentperf.reports.export.ResultsDirectory;
import dev.agentperf.reports.html.HtmlReport;
import dev.agentperf.reports.model.RunReport;
import dev.agentperf.reports.read.ResultsReader;
import java.nio.file.Path;

/**
 * A report for people, made of the results beside it.
 *
 * @param report what it shows
 * @param html where it is
 */
record RenderedReport(RunReport report, Path html) {

    /** Renders what a directory holds. */
    static RenderedReport of(ResultsDirectory results) {
        return of(ResultsReader.read(results.path()), results);
    }

    /** Renders a report into a directory. */
    static RenderedReport of(RunReport report, ResultsDirectory results) {
        Path html = results.writeHtml(HtmlReport.render(report));
        results.writeMarkdown(MarkdownReport.render(report));
        return new RenderedReport(report, html);
    }
}
