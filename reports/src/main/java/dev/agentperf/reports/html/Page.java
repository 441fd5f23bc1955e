package dev.agentperf.reports.html;

import dev.agentperf.reports.model.RunReport;

/**
 * What the template gets.
 *
 * @param report the results
 * @param css the style sheet
 * @param script the script
 * @param policy the content security policy
 * @param data the results as JSON that cannot end a script element
 */
record Page(RunReport report, String css, String script, String policy, String data) {}
