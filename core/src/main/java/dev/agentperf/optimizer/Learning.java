package dev.agentperf.optimizer;

import dev.agentperf.predict.Prediction;
import dev.agentperf.predict.PredictionReplay;
import dev.agentperf.predict.PredictionScore;
import dev.agentperf.predict.PredictorConfig;
import dev.agentperf.predict.Resource;
import dev.agentperf.predict.ResourcePredictor;
import dev.agentperf.predict.ResourceUsage;
import dev.agentperf.predict.RunKey;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** A predictor that keeps score: each run is first predicted, then compared, then learned. Thread-safe. */
final class Learning {
    private final ResourcePredictor predictor;
    private final PredictionReplay replay;
    private final ReentrantLock lock = new ReentrantLock();

    Learning(String predictorName) {
        predictor = ResourcePredictor.named(predictorName, PredictorConfig.CAUTIOUS);
        replay = new PredictionReplay(predictor);
    }

    Prediction predict(RunKey key) {
        return predictor.predict(key);
    }

    void observe(RunKey key, ResourceUsage usage) {
        lock.lock();
        try {
            replay.observe(key, usage);
        } finally {
            lock.unlock();
        }
    }

    void observeKilled(RunKey key, ResourceUsage reached, Resource exhausted) {
        lock.lock();
        try {
            replay.observeKilled(key, reached, exhausted);
        } finally {
            lock.unlock();
        }
    }

    List<PredictionScore> scores() {
        lock.lock();
        try {
            return replay.scores();
        } finally {
            lock.unlock();
        }
    }
}
