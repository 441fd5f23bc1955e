/** Many agents at once, never more than the machine stands. Start at {@link dev.agentperf.concurrent.AgentExecutor}. */
@NullMarked
package dev.agentperf.concurrent;

import org.jspecify.annotations.NullMarked;
