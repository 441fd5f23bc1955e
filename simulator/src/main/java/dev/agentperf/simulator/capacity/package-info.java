/**
 * How many containers of each agent type a service level needs, learned on the first part of a trace and tried on the
 * rest. Start at {@link dev.agentperf.simulator.capacity.Planner}.
 */
@NullMarked
package dev.agentperf.simulator.capacity;

import org.jspecify.annotations.NullMarked;
