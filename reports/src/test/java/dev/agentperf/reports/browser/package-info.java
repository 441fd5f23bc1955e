/** The report, opened in a real browser. */
@NullMarked
package dev.agentperf.reports.browser;

import org.jspecify.annotations.NullMarked;
