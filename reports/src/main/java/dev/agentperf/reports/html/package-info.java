/**
 * The report as one HTML file. Start at {@link dev.agentperf.reports.html.HtmlReport}.
 *
 * <p>Text reaches the page in two places only: jte's templates, which escape by context, and {@code Svg}, which escapes
 * for SVG. Both show names through {@link dev.agentperf.reports.view.Label}.
 */
@NullMarked
package dev.agentperf.reports.html;

import org.jspecify.annotations.NullMarked;
