/**
 * What containers run on in a simulation: how long they take to start, how many hosts there are, what goes wrong. Start
 * at {@link dev.agentperf.simulator.world.World}.
 */
@NullMarked
package dev.agentperf.simulator.world;

import org.jspecify.annotations.NullMarked;
