/** Results, reports, and the command line. */
@NullMarked
package dev.agentperf.reports;

import org.jspecify.annotations.NullMarked;
