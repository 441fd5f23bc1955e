package dev.agentperf.pool;

import static java.util.Objects.requireNonNull;

import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.ContainerRuntime;
import java.time.Duration;
import java.util.Map;

/**
 * The settings of a {@link WarmPool}. Immutable; derive a variant with {@link #toBuilder}.
 *
 * @param policy how many containers stand ready and how long
 * @param reuse what happens to a used container
 * @param maxContainers the most containers alive or being made at once, of all types; at least 1
 * @param maxStarting the most containers being made at once, of all types, for claims and ahead of them; at least 1, or
 *     {@link #BY_RUNTIME}. Set it where agents that start wait for something else than a processor
 * @param maxWaiting the most claims of one type that wait for room at once; 0 or more
 * @param refillParallelism the most containers of one type that are made ahead of demand at once; at least 1. It is one
 *     fewer than {@code maxStarting} at most, but 1, so that the last turn is left for a claim that finds none ready;
 *     unless claims have left a quarter of a stock or less, for then the next of them would soon use it
 * @param refillsPerSecond the most containers of one type that are ordered ahead of demand in a second, in the long
 *     run; a burst of {@code refillParallelism} is allowed. Positive, may be infinite
 * @param pauseAfter for how long a container stands ready before it is paused: it keeps its memory and takes no
 *     processor, and a claim that finds none ready has it woken ({@link StartPath#THAWED}). Positive; {@link #NEVER}
 *     pauses none
 * @param maxUses how often a container is reused before it is retired; at least 1
 * @param createTimeout after what time a container that is being made, or woken, is given up; positive
 * @param closeTimeout how long {@link WarmPool#close} waits for containers to end
 * @param missRule what a claim waits for that finds no ready container
 * @param tenantWeights the shares of tenants in a waiting room, positive; 1 for those that are not named
 * @param leaseOrigin what is remembered to report with a lease that was dropped
 */
public record PoolConfig(
        PoolPolicy policy,
        Reuse reuse,
        int maxContainers,
        int maxStarting,
        int maxWaiting,
        int refillParallelism,
        double refillsPerSecond,
        Duration pauseAfter,
        int maxUses,
        Duration createTimeout,
        Duration closeTimeout,
        MissRule missRule,
        Map<String, Double> tenantWeights,
        LeaseOrigin leaseOrigin) {

    /** As many containers at once as the runtime starts best, {@link ContainerRuntime#startsAtOnce}. */
    public static final int BY_RUNTIME = 0;

    /** The time that never ends: 292 years. */
    public static final Duration NEVER = Duration.ofNanos(Long.MAX_VALUE);

    /** Validates every component. */
    public PoolConfig {
        requireNonNull(policy, "policy");
        requireNonNull(reuse, "reuse");
        requireAtLeast(1, maxContainers, "maxContainers");
        requireAtLeast(BY_RUNTIME, maxStarting, "maxStarting");
        requireAtLeast(0, maxWaiting, "maxWaiting");
        requireAtLeast(1, refillParallelism, "refillParallelism");
        requireAtLeast(1, maxUses, "maxUses");
        if (!(refillsPerSecond > 0)) {
            throw new IllegalArgumentException("refillsPerSecond must be positive, was " + refillsPerSecond);
        }
        requirePositive(createTimeout, "createTimeout");
        requirePositive(pauseAfter, "pauseAfter");
        if (closeTimeout.isNegative()) {
            throw new IllegalArgumentException("closeTimeout must not be negative, was " + closeTimeout);
        }
        requireNonNull(missRule, "missRule");
        requireNonNull(leaseOrigin, "leaseOrigin");
        tenantWeights = Map.copyOf(tenantWeights);
        tenantWeights.forEach(PoolConfig::requireWeight);
    }

    private static void requirePositive(Duration duration, String name) {
        if (duration.isZero() || duration.isNegative() || duration.compareTo(NEVER) > 0) {
            throw new IllegalArgumentException(name + " must be positive and at most 292 years, was " + duration);
        }
    }

    private static void requireWeight(String tenant, double weight) {
        if (!(weight > 0 && weight <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("weight of tenant " + tenant + " must be positive, was " + weight);
        }
    }

    /** Returns how many containers are made at once on a runtime; at least 1. */
    int startsAtOnce(ContainerRuntime runtime) {
        return maxStarting == BY_RUNTIME ? Math.max(1, runtime.startsAtOnce()) : maxStarting;
    }

    /** Returns how many of one type are made ahead of demand at once on a runtime; at least 1. */
    int refillsAtOnce(ContainerRuntime runtime) {
        return Math.max(1, Math.min(refillParallelism, startsAtOnce(runtime) - 1));
    }

    /** Returns how many that are while claims have left a quarter of the type's stock or less; at least 1. */
    int refillsAtOnceWhenDrained(ContainerRuntime runtime) {
        return Math.min(refillParallelism, startsAtOnce(runtime));
    }

    /** Returns a tenant's share in a waiting room. */
    double tenantWeight(String tenant) {
        return tenantWeights.getOrDefault(tenant, 1.0);
    }

    private static void requireAtLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
        }
    }

    /**
     * Returns a builder with the defaults: {@code fixed:10} as the origin, single use, 1,000 containers, as many at
     * once being made as the runtime makes best, 10,000 waiting claims, 8 refills at once and 100 a second, no pausing,
     * 1,000 uses, 60 s to make a container, 30 s to close, {@link MissRule#WAIT}, equal tenants, and no origins.
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that starts from this configuration. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.policy = policy;
        builder.reuse = reuse;
        builder.maxContainers = maxContainers;
        builder.maxStarting = maxStarting;
        builder.maxWaiting = maxWaiting;
        builder.refillParallelism = refillParallelism;
        builder.refillsPerSecond = refillsPerSecond;
        builder.pauseAfter = pauseAfter;
        builder.maxUses = maxUses;
        builder.createTimeout = createTimeout;
        builder.closeTimeout = closeTimeout;
        builder.missRule = missRule;
        builder.tenantWeights = tenantWeights;
        builder.leaseOrigin = leaseOrigin;
        return builder;
    }

    /** Builds a {@link PoolConfig}. Not thread-safe. */
    public static final class Builder {
        private PoolPolicy policy = PoolPolicy.fixed(10);
        private Reuse reuse = Reuse.SINGLE_USE;
        private int maxContainers = 1_000;
        private int maxStarting = BY_RUNTIME;
        private int maxWaiting = 10_000;
        private int refillParallelism = 8;
        private double refillsPerSecond = 100;
        private Duration pauseAfter = NEVER;
        private int maxUses = 1_000;
        private Duration createTimeout = Duration.ofSeconds(60);
        private Duration closeTimeout = Duration.ofSeconds(30);
        private MissRule missRule = MissRule.WAIT;
        private Map<String, Double> tenantWeights = Map.of();
        private LeaseOrigin leaseOrigin = LeaseOrigin.NONE;

        private Builder() {}

        /** Sets how many containers stand ready and how long. */
        public Builder policy(PoolPolicy newPolicy) {
            policy = newPolicy;
            return this;
        }

        /** Sets what happens to a used container. */
        public Builder reuse(Reuse newReuse) {
            reuse = newReuse;
            return this;
        }

        /** Sets the most containers at once, of all types; at least 1. */
        public Builder maxContainers(int count) {
            maxContainers = count;
            return this;
        }

        /** Sets the most containers being made at once; at least 1, or {@link #BY_RUNTIME}. */
        public Builder maxStarting(int count) {
            maxStarting = count;
            return this;
        }

        /** Sets the most claims of one type that wait for room; 0 or more. */
        public Builder maxWaiting(int count) {
            maxWaiting = count;
            return this;
        }

        /** Sets how many containers of one type are made ahead of demand at once; at least 1. */
        public Builder refillParallelism(int count) {
            refillParallelism = count;
            return this;
        }

        /** Sets the most containers of one type that are made ahead of demand in a second; positive. */
        public Builder refillsPerSecond(double rate) {
            refillsPerSecond = rate;
            return this;
        }

        /** Sets for how long a container stands ready before it is paused; positive. */
        public Builder pauseAfter(Duration idle) {
            pauseAfter = idle;
            return this;
        }

        /** Sets after what time a container that is being made, or woken, is given up; positive. */
        public Builder createTimeout(Duration timeout) {
            createTimeout = timeout;
            return this;
        }

        /** Sets how often a container is reused; at least 1. */
        public Builder maxUses(int count) {
            maxUses = count;
            return this;
        }

        /** Sets how long closing waits for containers to end. */
        public Builder closeTimeout(Duration timeout) {
            closeTimeout = timeout;
            return this;
        }

        /** Sets what a claim waits for that finds no ready container. */
        public Builder missRule(MissRule rule) {
            missRule = rule;
            return this;
        }

        /** Sets the shares of tenants in a waiting room; all positive. */
        public Builder tenantWeights(Map<String, Double> weights) {
            tenantWeights = weights;
            return this;
        }

        /** Sets what is remembered to report with a lease that was dropped. */
        public Builder leaseOrigin(LeaseOrigin origin) {
            leaseOrigin = origin;
            return this;
        }

        /** Returns the configuration. */
        public PoolConfig build() {
            return new PoolConfig(
                    policy,
                    reuse,
                    maxContainers,
                    maxStarting,
                    maxWaiting,
                    refillParallelism,
                    refillsPerSecond,
                    pauseAfter,
                    maxUses,
                    createTimeout,
                    closeTimeout,
                    missRule,
                    tenantWeights,
                    leaseOrigin);
        }
    }
}
