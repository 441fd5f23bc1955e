/**
 * The only readers of the clock, the only makers of timers and threads. Start at {@link dev.agentperf.time.Ticker} and
 * {@link dev.agentperf.time.Scheduler}; the simulator puts virtual ones in their place.
 */
@NullMarked
package dev.agentperf.time;

import org.jspecify.annotations.NullMarked;
