package dev.agentperf.jmh.start;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.process.ProcessRuntime;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What an agent's first answer costs with a real child process: started for it, or resident and asked over its socket.
 *
 * <p>Regime: one process at a time, a child JVM with class data sharing. The real starts of {@code agentperf run} add
 * the pool and an engine.
 *
 * <pre>{@code
 * java -jar jmh/target/benchmarks.jar ProcessStartBenchmark
 * }</pre>
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
public class ProcessStartBenchmark {
    private static final ContainerSpec SPEC = ContainerSpec.of(AgentType.REACT, "process");

    private final ProcessRuntime runtime = new ProcessRuntime(Ticker.system(), Scheduler.system());
    private Container resident = new Container("none", SPEC);

    /** Starts the resident agent. */
    @Setup
    public void start() {
        resident = create();
    }

    /** Ends all processes. */
    @TearDown
    public void close() {
        runtime.close();
    }

    /** Start, first answer, end. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 5)
    @Measurement(iterations = 20)
    public String cold() {
        Container container = create();
        String answer = ask(container);
        runtime.destroy(container).toCompletableFuture().join();
        return answer;
    }

    /** One question to the resident agent. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Warmup(iterations = 5, time = 1)
    @Measurement(iterations = 5, time = 1)
    public String warm() {
        return ask(resident);
    }

    private Container create() {
        return runtime.create(SPEC).toCompletableFuture().join();
    }

    private String ask(Container container) {
        return runtime.message(container, "ping").toCompletableFuture().join();
    }
}
