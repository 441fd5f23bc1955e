package dev.agentperf.predict;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Keeps one model for each key and resource, and falls back from the particular key to the general one. */
final class KeyedPredictor implements ResourcePredictor {
    private static final Comparator<RunKey> BY_NAME =
            Comparator.comparing(RunKey::type).thenComparing(RunKey::model).thenComparing(RunKey::toolClass);

    private static final Resource[] RESOURCES = Resource.values();

    private final String name;
    private final PredictorConfig config;
    private final Algorithm algorithm;
    private final ConcurrentHashMap<RunKey, KeyModels> keys = new ConcurrentHashMap<>();
    private final Map<Resource, LatestRuns> allTypes = new EnumMap<>(Resource.class);

    /* Counts what was learned, of any key: a run of one type moves the price of a miss for all. A prediction is kept with
     * the count read before it was made, so that whatever is learned meanwhile makes it outdated. */
    private final AtomicLong version = new AtomicLong();

    KeyedPredictor(String name, PredictorConfig config, Algorithm algorithm) {
        this.name = name;
        this.config = config;
        this.algorithm = algorithm;
        for (Resource resource : RESOURCES) {
            allTypes.put(resource, new LatestRuns());
        }
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
        KeyModels nearest = known == null ? nearest(key) : known;
        Prediction prediction = new Prediction(
                estimate(nearest, Resource.MEMORY),
                estimate(nearest, Resource.CPU),
                estimate(nearest, Resource.DURATION));
        if (known != null) {
            known.remember(current, prediction);
        }
        return prediction;
    }

    /** Returns the models of the most particular known key that a key falls under; null where its type is not known. */
    private @Nullable KeyModels nearest(RunKey key) {
        RunKey candidate = key;
        KeyModels found = keys.get(candidate);
        while (found == null && !candidate.isGeneral()) {
            candidate = candidate.parent();
            found = keys.get(candidate);
        }
        return found;
    }

    private Estimate estimate(@Nullable KeyModels known, Resource resource) {
        Estimate estimate = known == null ? null : known.estimate(resource);
        return estimate == null ? unseen(resource) : estimate;
    }

    private Estimate unseen(Resource resource) {
        LatestRuns latest = latest(resource);
        if (latest.runs() == 0) {
            return Estimate.unseen(resource, config.unseen().of(resource));
        }
        UsageModel pooled = algorithm.model(resource);
        latest.forEach(pooled::learn);
        return Estimate.ofOtherTypes(resource, pooled.estimate().limit(), latest.runs());
    }

    private LatestRuns latest(Resource resource) {
        return requireNonNull(allTypes.get(resource));
    }

    @Override
    public void record(RunKey key, ResourceUsage usage) {
        KeyModels known = models(requireNonNull(key, "key"));
        for (Resource resource : RESOURCES) {
            double used = usage.of(resource);
            if (!Double.isNaN(used)) {
                known.learn(resource, used);
                if (algorithm.poolsTypes()) {
                    latest(resource).add(used);
                }
            }
        }
        version.incrementAndGet();
    }

    private KeyModels models(RunKey key) {
        KeyModels known = keys.get(key);
        if (known != null) {
            return known;
        }
        KeyModels parent = key.isGeneral() ? null : models(key.parent());
        return keys.computeIfAbsent(key, newKey -> new KeyModels(algorithm, parent));
    }

    @Override
    public void save(OutputStream target) {
        PredictorState.write(this, target);
    }

    /* In the order of their names: the same runs give the same bytes. */
    void saveModels(DataOutput out) throws IOException {
        algorithm.save(out);
        for (LatestRuns latest : allTypes.values()) {
            latest.save(out);
        }
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
        for (LatestRuns latest : allTypes.values()) {
            latest.restore(in);
        }
        int known = PredictorState.readCount(in, Integer.MAX_VALUE);
        for (int count = 0; count < known; count++) {
            RunKey key = new RunKey(new AgentType(in.readUTF()), in.readUTF(), in.readUTF());
            models(key).restore(in);
        }
    }
}
