package dev.agentperf.predict;

import static java.util.Objects.requireNonNull;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The models of one key, above it those of the more general keys, and the last prediction made from them. Thread-safe;
 * each model under its own monitor.
 */
final class KeyModels {
    private final @Nullable KeyModels parent;
    private final Map<Resource, UsageModel> models = new EnumMap<>(Resource.class);
    private volatile @Nullable Remembered last;

    /**
     * Creates empty models.
     *
     * @param parent those of the next more general key; null for a type's own
     */
    KeyModels(Algorithm algorithm, @Nullable KeyModels parent) {
        this.parent = parent;
        for (Resource resource : Resource.values()) {
            models.put(resource, algorithm.model(resource));
        }
    }

    /** Returns the estimate of the most particular models that know enough; null where none knows anything. */
    @Nullable
    Estimate estimate(Resource resource) {
        for (KeyModels each = this; each != null; each = each.parent) {
            UsageModel model = each.of(resource);
            synchronized (model) {
                if (each.decides(model)) {
                    return model.estimate();
                }
            }
        }
        return null;
    }

    /** Scores the model that predicted, and learns in all. */
    void learn(Resource resource, double used) {
        boolean scored = false;
        for (KeyModels each = this; each != null; each = each.parent) {
            UsageModel model = each.of(resource);
            synchronized (model) {
                if (!scored && each.decides(model)) {
                    model.score(used);
                    scored = true;
                }
                model.learn(used);
            }
        }
    }

    private UsageModel of(Resource resource) {
        return requireNonNull(models.get(resource));
    }

    private boolean decides(UsageModel model) {
        return model.runs() >= (parent == null ? 1 : ResourcePredictor.TRUSTED_RUNS);
    }

    void save(DataOutput out) throws IOException {
        for (UsageModel model : models.values()) {
            synchronized (model) {
                model.save(out);
            }
        }
    }

    void restore(DataInput in) throws IOException {
        for (UsageModel model : models.values()) {
            synchronized (model) {
                model.restore(in);
            }
        }
    }

    /** Returns the last prediction if nothing has been learned since; null otherwise. */
    @Nullable
    Prediction remembered(long version) {
        Remembered remembered = last;
        return remembered != null && remembered.version() == version ? remembered.prediction() : null;
    }

    void remember(long version, Prediction prediction) {
        last = new Remembered(version, prediction);
    }

    private record Remembered(long version, Prediction prediction) {}
}
