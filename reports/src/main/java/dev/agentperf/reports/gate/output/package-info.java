/** The gate's result in the forms that other tools read. Pure functions of a report: same report, same bytes. */
@NullMarked
package dev.agentperf.reports.gate.output;

import org.jspecify.annotations.NullMarked;
