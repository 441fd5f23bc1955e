@NullMarked
package dev.agentperf.simulator.replay;

import org.jspecify.annotations.NullMarked;
