/**
 * What single policies do to the claims of one type, worked out claim by claim without an event queue: the same counts
 * as the engine, in a few nanoseconds a claim. Start at {@link dev.agentperf.simulator.recursion.QuickReplay}.
 */
@NullMarked
package dev.agentperf.simulator.recursion;

import org.jspecify.annotations.NullMarked;
