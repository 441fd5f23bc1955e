@NullMarked
package dev.agentperf.simulator.engine;

import org.jspecify.annotations.NullMarked;
