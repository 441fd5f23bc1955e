package dev.agentperf.predict;

import static java.util.Objects.requireNonNull;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The models of one key, and the last prediction made from them. Thread-safe; each model under its own monitor. */
final class KeyModels {
    private final Map<Resource, UsageModel> models = new EnumMap<>(Resource.class);
    private volatile @Nullable Remembered last;

    KeyModels(Algorithm algorithm) {
        for (Resource resource : Resource.values()) {
            models.put(resource, algorithm.model(resource));
        }
    }

    UsageModel of(Resource resource) {
        return requireNonNull(models.get(resource));
    }

    long runs(Resource resource) {
        UsageModel model = of(resource);
        synchronized (model) {
            return model.runs();
        }
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
