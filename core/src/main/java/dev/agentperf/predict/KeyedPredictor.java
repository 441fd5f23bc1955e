package dev.agentperf.predict;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Keeps one model for each key and resource, and falls back from the particular key to the general one. */
final class KeyedPredictor implements ResourcePredictor {
    private static final Comparator<RunKey> BY_NAME =
            Comparator.comparing(RunKey::type).thenComparing(RunKey::model).thenComparing(RunKey::toolClass);

    private final String name;
    private final PredictorConfig config;
    private final Algorithm algorithm;
    private final ConcurrentHashMap<RunKey, KeyModels> keys = new ConcurrentHashMap<>();
    private final KeyModels allTypes;

    /* Counts what was learned, of any key: a run of one type moves the price of a miss for all. A prediction is kept with
     * the count read before it was made, so that whatever is learned meanwhile makes it outdated. */
    private final AtomicLong version = new AtomicLong();

    KeyedPredictor(String name, PredictorConfig config, Algorithm algorithm) {
        this.name = name;
        this.config = config;
        this.algorithm = algorithm;
        allTypes = new KeyModels(algorithm);
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
        if (model == null) {
            return unseen(resource);
        }
        synchronized (model) {
            return model.estimate();
        }
    }

    private Estimate unseen(Resource resource) {
        UsageModel pooled = allTypes.of(resource);
        synchronized (pooled) {
            return pooled.runs() == 0
                    ? Estimate.unseen(resource, config.unseen().of(resource))
                    : Estimate.ofOtherTypes(resource, pooled.estimate().limit(), pooled.runs());
        }
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
        if (algorithm.poolsTypes()) {
            learn(allTypes.of(resource), used);
        }
        learn(key, resource, used);
        for (RunKey general = key; !general.isGeneral(); ) {
            general = general.parent();
            learn(general, resource, used);
        }
    }

    private void learn(RunKey key, Resource resource, double used) {
        KeyModels known = keys.get(key);
        if (known == null) {
            known = keys.computeIfAbsent(key, newKey -> new KeyModels(algorithm));
        }
        learn(known.of(resource), used);
    }

    private static void learn(UsageModel model, double used) {
        synchronized (model) {
            model.learn(used);
        }
    }

    @Override
    public void save(OutputStream target) {
        PredictorState.write(this, target);
    }

    /* In the order of their names: the same runs give the same bytes. */
    void saveModels(DataOutput out) throws IOException {
        algorithm.save(out);
        allTypes.save(out);
        List<RunKey> known = keys.keySet().stream().sorted(BY_NAME).toList();
        out.writeInt(known.size());
        for (RunKey key : known) {
            out.writeUTF(key.type().name());
            out.writeUTF(key.model());
            out.writeUTF(key.toolClass());
            requireNonNull(keys.get(key)).save(out);
        }
    }

    void restoreModels(DataInput in) throws IOException {
        algorithm.restore(in);
        allTypes.restore(in);
        int known = PredictorState.readCount(in, Integer.MAX_VALUE);
        for (int count = 0; count < known; count++) {
            RunKey key = new RunKey(new AgentType(in.readUTF()), in.readUTF(), in.readUTF());
            KeyModels models = new KeyModels(algorithm);
            models.restore(in);
            keys.put(key, models);
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
}
