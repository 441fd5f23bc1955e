@NullMarked
package dev.agentperf.simulator.faults;

import org.jspecify.annotations.NullMarked;
