package dev.agentperf.predict;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps one model for each key and resource, and falls back from the particular key to the general one. */
final class KeyedPredictor implements ResourcePredictor {
    private final String name;
    private final PredictorConfig config;
    private final Algorithm algorithm;
    private final ConcurrentHashMap<RunKey, Map<Resource, UsageModel>> models = new ConcurrentHashMap<>();

    KeyedPredictor(String name, PredictorConfig config, Algorithm algorithm) {
        this.name = name;
        this.config = config;
        this.algorithm = algorithm;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Prediction predict(RunKey key) {
        requireNonNull(key, "key");
        return new Prediction(
                estimate(key, Resource.MEMORY), estimate(key, Resource.CPU), estimate(key, Resource.DURATION));
    }

    private Estimate estimate(RunKey key, Resource resource) {
        UsageModel model = deciding(key, resource);
        if (model != null) {
            synchronized (model) {
                return model.estimate();
            }
        }
        return algorithm.unseen(resource, seen(resource), config);
    }

    @Override
    public void record(RunKey key, ResourceUsage usage) {
        requireNonNull(key, "key");
        for (Resource resource : Resource.values()) {
            if (usage.knows(resource)) {
                record(key, resource, usage.of(resource));
            }
        }
    }

    private void record(RunKey key, Resource resource, double used) {
        UsageModel decided = deciding(key, resource);
        if (decided != null) {
            synchronized (decided) {
                decided.score(used);
            }
        }
        learn(key, resource, used);
        for (RunKey general = key; !general.isGeneral(); ) {
            general = general.parent();
            learn(general, resource, used);
        }
    }

    private void learn(RunKey key, Resource resource, double used) {
        UsageModel model = requireNonNull(
                models.computeIfAbsent(key, newKey -> newModels()).get(resource));
        synchronized (model) {
            model.learn(used);
        }
    }

    private Map<Resource, UsageModel> newModels() {
        Map<Resource, UsageModel> created = new EnumMap<>(Resource.class);
        for (Resource resource : Resource.values()) {
            created.put(resource, algorithm.model(resource));
        }
        return created;
    }

    /** Returns the model that predicts for a key; null where the type has no run with the resource. */
    private @Nullable UsageModel deciding(RunKey key, Resource resource) {
        RunKey candidate = key;
        while (!candidate.isGeneral()) {
            if (runs(candidate, resource) >= TRUSTED_RUNS) {
                return find(candidate, resource);
            }
            candidate = candidate.parent();
        }
        return runs(candidate, resource) > 0 ? find(candidate, resource) : null;
    }

    private long runs(RunKey key, Resource resource) {
        UsageModel model = find(key, resource);
        if (model == null) {
            return 0;
        }
        synchronized (model) {
            return model.runs();
        }
    }

    private @Nullable UsageModel find(RunKey key, Resource resource) {
        Map<Resource, UsageModel> found = models.get(key);
        return found == null ? null : found.get(resource);
    }

    private Collection<UsageModel> seen(Resource resource) {
        Collection<UsageModel> seen = new ArrayList<>();
        models.keySet().stream()
                .filter(RunKey::isGeneral)
                .sorted(Comparator.comparing(RunKey::type))
                .forEach(key -> {
                    if (runs(key, resource) > 0) {
                        seen.add(requireNonNull(find(key, resource)));
                    }
                });
        return seen;
    }
}
