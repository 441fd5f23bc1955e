/** What a replay found, as records and as JSON; the contract between whoever simulates and whoever reports. */
@NullMarked
package dev.agentperf.simulator.result;

import org.jspecify.annotations.NullMarked;
