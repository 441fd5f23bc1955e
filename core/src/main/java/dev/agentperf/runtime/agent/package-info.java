/**
 * What runs inside a container: the resident agent, which answers lines. Start at
 * {@link dev.agentperf.runtime.agent.ResidentAgent}.
 *
 * <p>These classes run alone, on a Java runtime of nothing but {@code java.base}, so they use no other package of this
 * library and no other library.
 */
@NullMarked
package dev.agentperf.runtime.agent;

import org.jspecify.annotations.NullMarked;
