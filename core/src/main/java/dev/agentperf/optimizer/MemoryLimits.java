package dev.agentperf.optimizer;

import dev.agentperf.predict.Estimate;
import dev.agentperf.predict.Prediction;
import dev.agentperf.predict.ResourcePredictor;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ResourceLimits;
import java.util.function.Supplier;

/** How much memory a new container may use. */
public enum MemoryLimits {
    /** What its spec says. */
    AS_SPECIFIED {
        @Override
        ContainerSpec apply(ContainerSpec spec, Supplier<Prediction> prediction) {
            return spec;
        }
    },
    /**
     * What its type is predicted to use at most; until {@value ResourcePredictor#TRUSTED_RUNS} runs are known, not less
     * than its spec says. Never less than a quarter of that nor more than four times as much: a predictor that is wrong
     * must neither starve agents nor drain the machine.
     */
    PREDICTED {
        @Override
        ContainerSpec apply(ContainerSpec spec, Supplier<Prediction> prediction) {
            Estimate memory = prediction.get().memory();
            if (memory.samples() == 0) {
                return spec;
            }
            long specified = spec.limits().memoryBytes();
            long predicted = Math.round(memory.limit() * BYTES_PER_MB);
            long least = memory.samples() < ResourcePredictor.TRUSTED_RUNS ? specified : specified / MOST_FACTOR;
            long bounded = Math.max(least, Math.min(specified * MOST_FACTOR, predicted));
            return spec.withLimits(spec.limits().withMemoryBytes(Math.max(ResourceLimits.MIN_MEMORY_BYTES, bounded)));
        }
    };

    private static final double BYTES_PER_MB = 1e6;
    private static final long MOST_FACTOR = 4;

    abstract ContainerSpec apply(ContainerSpec spec, Supplier<Prediction> prediction);
}
