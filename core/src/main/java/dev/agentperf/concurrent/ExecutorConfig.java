package dev.agentperf.concurrent;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * The bounds of an {@link AgentExecutor}.
 *
 * @param limit how many tasks run at once, at most; at least 1
 * @param adaptation whether the limit falls when tasks slow each other down
 * @param queueCapacity how many more may wait; 0 or more
 * @param deadline how long a task may take that names no deadline of its own, waiting included; more than zero
 * @param typeShare the share of all places that one agent type may hold while others wait; more than 0, at most 1
 */
public record ExecutorConfig(int limit, Adaptation adaptation, int queueCapacity, Duration deadline, double typeShare) {

    /** How many agents a processor core carries: they wait for models and tools most of the time. */
    public static final int AGENTS_PER_CORE = 100;

    /** Validates every component. */
    public ExecutorConfig {
        requireNonNull(adaptation, "adaptation");
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, was " + limit);
        }
        if (queueCapacity < 0) {
            throw new IllegalArgumentException("queueCapacity must be at least 0, was " + queueCapacity);
        }
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("deadline must be more than zero, was " + deadline);
        }
        if (!(typeShare > 0 && typeShare <= 1)) {
            throw new IllegalArgumentException("typeShare must be more than 0 and at most 1, was " + typeShare);
        }
    }

    /** Returns bounds with a fixed limit, ten minutes for a task, and no bound on the share of a type. */
    public static ExecutorConfig of(int limit, int queueCapacity) {
        return new ExecutorConfig(limit, Adaptation.FIXED, queueCapacity, Duration.ofMinutes(10), 1);
    }

    /** Returns bounds of 100 tasks a core of the running machine, and as many waiting. */
    public static ExecutorConfig forThisMachine() {
        int limit = AGENTS_PER_CORE * Runtime.getRuntime().availableProcessors();
        return of(limit, limit);
    }

    /** Returns these bounds with another deadline. */
    public ExecutorConfig withDeadline(Duration duration) {
        return new ExecutorConfig(limit, adaptation, queueCapacity, duration, typeShare);
    }

    /** Returns these bounds with another share for each type. */
    public ExecutorConfig withTypeShare(double share) {
        return new ExecutorConfig(limit, adaptation, queueCapacity, deadline, share);
    }

    /** Returns these bounds with another rule for the limit. */
    public ExecutorConfig withAdaptation(Adaptation rule) {
        return new ExecutorConfig(limit, rule, queueCapacity, deadline, typeShare);
    }

    /** Whether the limit changes. */
    public enum Adaptation {
        /** It stays where it is. */
        FIXED,
        /** It starts at a tenth and follows the time that tasks take, up to its full value. */
        GRADIENT
    }

    ConcurrencyLimit newLimit() {
        return switch (adaptation) {
            case FIXED -> ConcurrencyLimit.fixed(limit);
            case GRADIENT -> new GradientLimit(Math.max(1, limit / 10), limit);
        };
    }
}
