/**
 * All parts wired together: one object that an agent runtime holds. Start at
 * {@link dev.agentperf.optimizer.AgentOptimizer#create}.
 */
@NullMarked
package dev.agentperf.optimizer;

import org.jspecify.annotations.NullMarked;
