package dev.agentperf.jmh.predict;

import dev.agentperf.AgentType;
import dev.agentperf.predict.Prediction;
import dev.agentperf.predict.ResourcePredictor;
import dev.agentperf.predict.ResourceUsage;
import dev.agentperf.simulator.engine.RandomStreams;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to predict a run, and to learn from one and predict the next.
 *
 * <p>Regime: one type that has seen 4,096 runs, lognormal usage.
 *
 * <pre>{@code
 * java -jar jmh/target/benchmarks.jar PredictorBenchmark
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class PredictorBenchmark {
    private static final int RUNS = 1 << 10;
    private static final int LEARNED_RUNS = 1 << 12;

    /** The predictor's name. */
    @Param({"cost", "mean-buffer"})
    public String predictor = "cost";

    private final ResourceUsage[] runs = new ResourceUsage[RUNS];
    private final ResourceUsage[] memory = new ResourceUsage[RUNS];
    private ResourcePredictor learned = ResourcePredictor.named(predictor);
    private int next;

    /** Makes the runs up and learns from them. */
    @Setup
    public void learn() {
        learned = ResourcePredictor.named(predictor);
        RandomGenerator random = new RandomStreams(42).stream("benchmark");
        for (int i = 0; i < RUNS; i++) {
            double size = Math.exp(0.8 * random.nextGaussian());
            runs[i] = new ResourceUsage(20 * size, 300 * size, 60 * size);
            memory[i] = new ResourceUsage(Double.NaN, 300 * size, Double.NaN);
        }
        for (int run = 0; run < LEARNED_RUNS; run++) {
            learned.record(AgentType.REACT, runs[run & (RUNS - 1)]);
        }
    }

    /** Predicts from what is known. */
    @Benchmark
    public Prediction predict() {
        return learned.predict(AgentType.REACT);
    }

    /** Learns one run's memory alone: one resource of three. */
    @Benchmark
    public void recordMemory() {
        learned.record(AgentType.REACT, memory[next++ & (RUNS - 1)]);
    }

    /** Learns one run's memory and predicts: two resources are read, one is worked out again. */
    @Benchmark
    public Prediction recordMemoryAndPredict() {
        learned.record(AgentType.REACT, memory[next++ & (RUNS - 1)]);
        return learned.predict(AgentType.REACT);
    }

    /** Learns one run. */
    @Benchmark
    public void record() {
        learned.record(AgentType.REACT, runs[next++ & (RUNS - 1)]);
    }

    /** Learns one run and predicts the next. */
    @Benchmark
    public Prediction recordAndPredict() {
        learned.record(AgentType.REACT, runs[next++ & (RUNS - 1)]);
        return learned.predict(AgentType.REACT);
    }
}
