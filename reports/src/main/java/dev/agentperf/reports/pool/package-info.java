/**
 * The warm pool under load on a real runtime: open arrivals, bursts, and more than the engine can make. Start at
 * {@link dev.agentperf.reports.pool.PoolMeasurement}.
 */
@NullMarked
package dev.agentperf.reports.pool;

import org.jspecify.annotations.NullMarked;
