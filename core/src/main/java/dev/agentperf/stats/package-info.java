/** Immutable snapshots of counters and latencies, and the recorders behind them. */
@NullMarked
package dev.agentperf.stats;

import org.jspecify.annotations.NullMarked;
