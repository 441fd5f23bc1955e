/** Warm containers, claimed and released. Start at {@link dev.agentperf.pool.WarmPool#create}. */
@NullMarked
package dev.agentperf.pool;

import org.jspecify.annotations.NullMarked;
