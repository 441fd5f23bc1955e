/**
 * Many scenarios at once: traces, policies and parameters, every combination a cell. Start at
 * {@link dev.agentperf.simulator.sweep.Sweep}.
 */
@NullMarked
package dev.agentperf.simulator.sweep;

import org.jspecify.annotations.NullMarked;
