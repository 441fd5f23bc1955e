/** Readers of what a gate compares: JMH's JSON, latency histograms, and the results of this toolkit. */
@NullMarked
package dev.agentperf.reports.gate.read;

import org.jspecify.annotations.NullMarked;
