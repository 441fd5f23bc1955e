/** The simulated world's machinery: everything here is deterministic in the scenario and its seed. */
@NullMarked
package dev.agentperf.simulator.engine;

import org.jspecify.annotations.NullMarked;
