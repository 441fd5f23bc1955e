package dev.agentperf.jmh.start;

import dev.agentperf.AgentType;
import dev.agentperf.optimizer.AgentOptimizer;
import dev.agentperf.optimizer.OptimizerConfig;
import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.WarmPool;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.process.ProcessRuntime;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What embedding a pool, or an optimizer with its pool, caches and predictor, adds to the start of a program: a child
 * JVM that opens one, starts no container, and ends; beside one that does nothing.
 *
 * <p>Regime: files in the system's cache, class data sharing of the JDK's own classes alone.
 *
 * <pre>{@code
 * java -jar jmh/target/benchmarks.jar StartUpBenchmark
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 20)
@Fork(1)
public class StartUpBenchmark {
    private static final String POOL = "pool";
    private static final String OPTIMIZER = "optimizer";

    /** Called by JMH. */
    public StartUpBenchmark() {}

    /**
     * The child.
     *
     * @param arguments what to open; none for nothing
     */
    public static void main(String[] arguments) {
        if (List.of(arguments).contains(POOL)) {
            openPool();
        } else if (List.of(arguments).contains(OPTIMIZER)) {
            openOptimizer();
        }
    }

    private static void openPool() {
        try (ProcessRuntime runtime = new ProcessRuntime(Ticker.system(), Scheduler.system());
                WarmPool pool = WarmPool.create(PoolConfig.builder().build(), runtime, StartUpBenchmark::spec)) {
            pool.review();
        }
    }

    private static void openOptimizer() {
        try (ProcessRuntime runtime = new ProcessRuntime(Ticker.system(), Scheduler.system());
                AgentOptimizer optimizer =
                        AgentOptimizer.create(OptimizerConfig.builder().build(), runtime, StartUpBenchmark::spec)) {
            optimizer.predict(AgentType.REACT);
        }
    }

    private static ContainerSpec spec(AgentType type) {
        return ContainerSpec.of(type, "agent");
    }

    /** A program that does nothing. */
    @Benchmark
    public int bare() throws IOException, InterruptedException {
        return run();
    }

    /** A program that opens a pool and closes it. */
    @Benchmark
    public int pool() throws IOException, InterruptedException {
        return run(POOL);
    }

    /** A program that opens an optimizer and closes it. */
    @Benchmark
    public int optimizer() throws IOException, InterruptedException {
        return run(OPTIMIZER);
    }

    private static int run(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder child = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StartUpBenchmark.class.getName());
        child.command().addAll(List.of(arguments));
        int code = child.inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("child must end with 0, ended with " + code);
        }
        return code;
    }
}
