/** Results, read back from their files. Start at {@link dev.agentperf.reports.read.ResultsReader}. */
@NullMarked
package dev.agentperf.reports.read;

import org.jspecify.annotations.NullMarked;
