package dev.agentperf.concurrent;

import dev.agentperf.stats.LatencySnapshot;

/**
 * What an {@link AgentExecutor} does and has done since its creation.
 *
 * @param limit how many tasks may run at once now
 * @param running tasks that hold a place now
 * @param waiting tasks in the queue now
 * @param submitted all tasks ever submitted
 * @param completed tasks that ran to their end in time
 * @param rejected tasks that were not accepted
 * @param late tasks whose deadline passed
 * @param cancelled tasks that somebody cancelled
 * @param failed tasks that threw
 * @param waited how long tasks waited for a place, of those that got one
 * @param ran how long tasks held their place
 */
public record ExecutorStats(
        int limit,
        int running,
        int waiting,
        long submitted,
        long completed,
        long rejected,
        long late,
        long cancelled,
        long failed,
        LatencySnapshot waited,
        LatencySnapshot ran) {}
