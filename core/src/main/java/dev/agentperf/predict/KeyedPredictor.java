package dev.agentperf.predict;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Keeps one model for each key and resource, and falls back from the particular key to the general one. */
final class KeyedPredictor implements ResourcePredictor {
    private final String name;
    private final PredictorConfig config;
    private final Algorithm algorithm;
    private final ConcurrentHashMap<RunKey, KeyModels> keys = new ConcurrentHashMap<>();

    /* Counts what was learned, of any key: a run of one type moves the price of a miss for all. A prediction is kept with
     * the count read before it was made, so that whatever is learned meanwhile makes it outdated. */
    private final AtomicLong version = new AtomicLong();

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
        KeyModels known = keys.get(requireNonNull(key, "key"));
        long current = version.get();
        Prediction remembered = known == null ? null : known.remembered(current);
        if (remembered != null) {
            return remembered;
        }
        Prediction prediction = new Prediction(
                estimate(key, Resource.MEMORY), estimate(key, Resource.CPU), estimate(key, Resource.DURATION));
        if (known != null) {
            known.remember(current, prediction);
        }
        return prediction;
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
        version.incrementAndGet();
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
        UsageModel model =
                keys.computeIfAbsent(key, newKey -> new KeyModels(algorithm)).of(resource);
        synchronized (model) {
            model.learn(used);
        }
    }

    /** Returns the model that predicts for a key; null where the type has no run with the resource. */
    private @Nullable UsageModel deciding(RunKey key, Resource resource) {
        RunKey candidate = key;
        for (; !candidate.isGeneral(); candidate = candidate.parent()) {
            KeyModels particular = keys.get(candidate);
            if (particular != null && particular.runs(resource) >= TRUSTED_RUNS) {
                return particular.of(resource);
            }
        }
        KeyModels general = keys.get(candidate);
        return general != null && general.runs(resource) > 0 ? general.of(resource) : null;
    }

    /** Returns the models of all types that have runs with a resource, by name: sums must not depend on their order. */
    private Collection<UsageModel> seen(Resource resource) {
        Collection<UsageModel> seen = new ArrayList<>();
        keys.entrySet().stream()
                .filter(entry -> entry.getKey().isGeneral() && entry.getValue().runs(resource) > 0)
                .sorted(Comparator.comparing(entry -> entry.getKey().type()))
                .forEach(entry -> seen.add(entry.getValue().of(resource)));
        return seen;
    }
}
