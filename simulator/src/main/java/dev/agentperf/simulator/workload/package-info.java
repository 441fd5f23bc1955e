/**
 * Synthetic sessions in place of a recorded trace, calibrated on published facts. Start at
 * {@link dev.agentperf.simulator.workload.ReferenceWorkload}; every parameter and its source stands in
 * {@link dev.agentperf.simulator.workload.ReferenceAgents}.
 */
@NullMarked
package dev.agentperf.simulator.workload;

import org.jspecify.annotations.NullMarked;
