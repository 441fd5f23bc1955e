/**
 * What a run leaves on disk: its results as JSON, its report as HTML and Markdown. Start at
 * {@link dev.agentperf.reports.export.ResultsDirectory}.
 */
@NullMarked
package dev.agentperf.reports.export;

import org.jspecify.annotations.NullMarked;
