/**
 * A trace through the shipped optimizer, under the virtual clock. Start at
 * {@link dev.agentperf.simulator.replay.Replays}.
 */
@NullMarked
package dev.agentperf.simulator.replay;

import org.jspecify.annotations.NullMarked;
