/**
 * Discrete events under a virtual clock; knows nothing of containers. Start at
 * {@link dev.agentperf.simulator.engine.Engine}.
 */
@NullMarked
package dev.agentperf.simulator.engine;

import org.jspecify.annotations.NullMarked;
