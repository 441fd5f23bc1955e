/** Recorded or generated agent sessions, read as a stream. Start at {@link dev.agentperf.simulator.trace.Traces}. */
@NullMarked
package dev.agentperf.simulator.trace;

import org.jspecify.annotations.NullMarked;
