package dev.agentperf.concurrent;

import java.time.Duration;

/**
 * The bounds of an {@link AgentExecutor}.
 *
 * @param limit how many tasks run at once; at least 1
 * @param queueCapacity how many more may wait; 0 or more
 * @param deadline how long a task may take that names no deadline of its own, waiting included; more than zero
 */
public record ExecutorConfig(int limit, int queueCapacity, Duration deadline) {

    /** How many agents a processor core carries: they wait for models and tools most of the time. */
    public static final int AGENTS_PER_CORE = 100;

    /** Validates every component. */
    public ExecutorConfig {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, was " + limit);
        }
        if (queueCapacity < 0) {
            throw new IllegalArgumentException("queueCapacity must be at least 0, was " + queueCapacity);
        }
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("deadline must be more than zero, was " + deadline);
        }
    }

    /** Returns 100 tasks a core of the running machine, as many waiting, ten minutes each. */
    public static ExecutorConfig forThisMachine() {
        int limit = AGENTS_PER_CORE * Runtime.getRuntime().availableProcessors();
        return new ExecutorConfig(limit, limit, Duration.ofMinutes(10));
    }
}
