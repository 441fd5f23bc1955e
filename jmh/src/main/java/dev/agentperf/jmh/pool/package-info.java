/** The warm pool's own cost, without an engine's. */
@NullMarked
package dev.agentperf.jmh.pool;

import org.jspecify.annotations.NullMarked;
