/**
 * How many containers stand ready, and how long an idle one is kept: one interface for production and simulation. Start
 * at {@link dev.agentperf.pool.policy.PoolPolicy#parse}.
 */
@NullMarked
package dev.agentperf.pool.policy;

import org.jspecify.annotations.NullMarked;
