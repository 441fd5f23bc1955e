package dev.agentperf.optimizer;

import static java.util.Objects.requireNonNull;

import dev.agentperf.cache.CacheConfig;
import dev.agentperf.cache.ToolMetadataCache;
import dev.agentperf.memory.GovernorConfig;
import dev.agentperf.pool.PoolConfig;
import dev.agentperf.predict.ResourcePredictor;
import java.time.Duration;

/**
 * The settings of an {@link AgentOptimizer}. Immutable; derive a variant with {@link #toBuilder}.
 *
 * @param pool the warm pool's
 * @param results the general result cache's: 1,000 entries, 300 s by default
 * @param tools the tool metadata cache's: 600 s by default
 * @param patterns the execution pattern cache's: 300 s by default
 * @param governor the memory governor's
 * @param predictor the name of the resource predictor
 * @param memoryLimits how much memory new containers get: as predicted, by default
 * @param loopInterval the time between two rounds of the background loop; positive, 5 minutes by default
 */
public record OptimizerConfig(
        PoolConfig pool,
        CacheConfig results,
        CacheConfig tools,
        CacheConfig patterns,
        GovernorConfig governor,
        String predictor,
        MemoryLimits memoryLimits,
        Duration loopInterval) {

    /** Validates every component. */
    public OptimizerConfig {
        requireNonNull(pool, "pool");
        requireNonNull(results, "results");
        requireNonNull(tools, "tools");
        requireNonNull(patterns, "patterns");
        requireNonNull(governor, "governor");
        requireNonNull(predictor, "predictor");
        requireNonNull(memoryLimits, "memoryLimits");
        if (loopInterval.isZero() || loopInterval.isNegative()) {
            throw new IllegalArgumentException("loopInterval must be positive, was " + loopInterval);
        }
    }

    /** Returns a builder with the documented defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that starts from this configuration. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.pool = pool;
        builder.results = results;
        builder.tools = tools;
        builder.patterns = patterns;
        builder.governor = governor;
        builder.predictor = predictor;
        builder.memoryLimits = memoryLimits;
        builder.loopInterval = loopInterval;
        return builder;
    }

    /** Builds an {@link OptimizerConfig}. Not thread-safe. */
    public static final class Builder {
        private PoolConfig pool = PoolConfig.builder().build();
        private CacheConfig results = CacheConfig.DEFAULT;
        private CacheConfig tools = ToolMetadataCache.DEFAULT_CONFIG;
        private CacheConfig patterns = CacheConfig.DEFAULT;
        private GovernorConfig governor = GovernorConfig.DEFAULT;
        private String predictor = ResourcePredictor.names().get(0);
        private MemoryLimits memoryLimits = MemoryLimits.PREDICTED;
        private Duration loopInterval = Duration.ofMinutes(5);

        private Builder() {}

        /** Sets the warm pool's settings. */
        public Builder pool(PoolConfig config) {
            pool = config;
            return this;
        }

        /** Sets the general result cache's settings. */
        public Builder results(CacheConfig config) {
            results = config;
            return this;
        }

        /** Sets the tool metadata cache's settings. */
        public Builder tools(CacheConfig config) {
            tools = config;
            return this;
        }

        /** Sets the execution pattern cache's settings. */
        public Builder patterns(CacheConfig config) {
            patterns = config;
            return this;
        }

        /** Sets the memory governor's settings. */
        public Builder governor(GovernorConfig config) {
            governor = config;
            return this;
        }

        /** Sets the predictor, one of {@link ResourcePredictor#names()}. */
        public Builder predictor(String name) {
            predictor = name;
            return this;
        }

        /** Sets how much memory new containers get. */
        public Builder memoryLimits(MemoryLimits rule) {
            memoryLimits = rule;
            return this;
        }

        /** Sets the time between two rounds of the background loop; positive. */
        public Builder loopInterval(Duration interval) {
            loopInterval = interval;
            return this;
        }

        /** Returns the configuration. */
        public OptimizerConfig build() {
            return new OptimizerConfig(pool, results, tools, patterns, governor, predictor, memoryLimits, loopInterval);
        }
    }
}
