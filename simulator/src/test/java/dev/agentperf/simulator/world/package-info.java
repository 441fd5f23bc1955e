@NullMarked
package dev.agentperf.simulator.world;

import org.jspecify.annotations.NullMarked;
