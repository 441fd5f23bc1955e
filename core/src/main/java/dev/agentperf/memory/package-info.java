/**
 * What the process itself keeps in memory: {@link dev.agentperf.memory.MemoryGovernor} trims under pressure,
 * {@link dev.agentperf.memory.AgentTracker} counts agents without keeping them.
 */
@NullMarked
package dev.agentperf.memory;

import org.jspecify.annotations.NullMarked;
