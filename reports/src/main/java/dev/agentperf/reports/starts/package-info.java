/**
 * Real starts on a real runtime, each timed from the claim to the agent's first answer. Start at
 * {@link dev.agentperf.reports.starts.StartMeasurement}.
 */
@NullMarked
package dev.agentperf.reports.starts;

import org.jspecify.annotations.NullMarked;
