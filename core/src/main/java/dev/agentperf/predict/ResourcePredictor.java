package dev.agentperf.predict;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Learns what runs use and predicts a limit for the next one.
 *
 * <p>A run is described by a {@link RunKey}. Its usage is learned under its key and every more general one; the limit
 * of a resource comes from the most particular key that has seen at least {@value #TRUSTED_RUNS} runs with that
 * resource, else from the type alone. A resource that was never measured for a type falls back to
 * {@link PredictorConfig#unseen()}, {@code cost} and {@code guaranteed} to the latest runs of all types first; such an
 * estimate has no samples and confidence 0.
 *
 * <p>Thread-safe. The same runs in the same order give the same predictions.
 */
public interface ResourcePredictor {

    /** How many runs a key must have seen before it is preferred to a more general one. */
    int TRUSTED_RUNS = 10;

    /** Returns the name of the algorithm. */
    String name();

    /** Predicts the limits of the next run. */
    Prediction predict(RunKey key);

    /** Learns from a run that came to its own end; a resource that is NaN is skipped. */
    void record(RunKey key, ResourceUsage usage);

    /** Predicts the limits of the next run of a type. */
    default Prediction predict(AgentType type) {
        return predict(RunKey.of(type));
    }

    /** Learns from a run of a type that came to its own end; a resource that is NaN is skipped. */
    default void record(AgentType type, ResourceUsage usage) {
        record(RunKey.of(type), usage);
    }

    /**
     * Learns from a run that was killed because it reached its limit. What it would have used is unknown, so it counts
     * as 1.2 times what it had, and for memory at least 100 MiB more (the rule of the Kubernetes vertical autoscaler);
     * its other resources, cut short, are not learned.
     *
     * @param reached what it had used when it was killed
     * @param exhausted the resource whose limit it reached
     */
    default void recordKilled(RunKey key, ResourceUsage reached, Resource exhausted) {
        record(key, KilledRun.presumedUsage(reached, exhausted));
    }

    /**
     * Writes what it has learned, a few kilobytes a key. Runs that are recorded meanwhile may be in it for one resource
     * and not for another.
     *
     * @param target is not closed
     * @throws PredictorStateException if the stream fails
     */
    void save(OutputStream target);

    /**
     * Creates a predictor of the same name that has learned what another one has saved.
     *
     * @param source is not closed, nor read beyond the state
     * @param config need not be the one that the other had
     * @throws PredictorStateException if the stream fails, is cut short, altered, or of another version
     */
    static ResourcePredictor load(InputStream source, PredictorConfig config) {
        return PredictorState.read(requireNonNull(source, "source"), requireNonNull(config, "config"));
    }

    /**
     * Creates an empty predictor.
     *
     * @param name one of {@link #names()}
     * @throws IllegalArgumentException if there is no predictor of that name; its message lists them
     */
    static ResourcePredictor named(String name, PredictorConfig config) {
        return Predictors.create(requireNonNull(name, "name"), requireNonNull(config, "config"));
    }

    /** Creates an empty predictor with {@link PredictorConfig#DEFAULT}. */
    static ResourcePredictor named(String name) {
        return named(name, PredictorConfig.DEFAULT);
    }

    /** Returns the names of all predictors, the default one first. */
    static List<String> names() {
        return Predictors.NAMES;
    }
}
