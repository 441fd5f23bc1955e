package dev.agentperf.jmh.replay;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.simulator.replay.ReplayConfig;
import dev.agentperf.simulator.replay.Replays;
import dev.agentperf.simulator.result.SimulationResult;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many sessions a second go through the shipped optimizer under the virtual clock.
 *
 * <p>Regime: Poisson arrivals at 50 a second, sessions of half a second, one type; one policy, so one core.
 *
 * <pre>{@code
 * java -jar jmh/target/benchmarks.jar ReplayBenchmark
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ReplayBenchmark {
    private static final int SESSIONS = 50_000;

    /** The policy that is replayed. */
    @Param({"fixed:50", "keepalive:10m"})
    public String policy = "fixed:50";

    private final List<Session> sessions = new ArrayList<>(SESSIONS);

    /** Makes the sessions up. */
    @Setup
    public void arrive() {
        RandomGenerator random = new RandomStreams(42).stream("arrivals");
        double nanos = 1e9;
        for (int i = 0; i < SESSIONS; i++) {
            nanos += random.nextExponential() * 2e7;
            long start = (long) nanos;
            sessions.add(new Session("", AgentType.DEFAULT, start, start + 500_000_000L, List.of(), null));
        }
    }

    /** One pass through the trace. */
    @Benchmark
    @OperationsPerInvocation(SESSIONS)
    public SimulationResult replay() {
        ReplayConfig config = new ReplayConfig(
                List.of(PoolPolicy.parse(policy)), Duration.ofMillis(500), Duration.ZERO, Reuse.SINGLE_USE, 1);
        return new Replays(config, arrived -> {}).run(this::stream);
    }

    private SessionStream stream() {
        Iterator<Session> iterator = sessions.iterator();
        return new SessionStream() {
            @Override
            public @Nullable Session next() {
                return iterator.hasNext() ? iterator.next() : null;
            }

            @Override
            public List<String> notes() {
                return List.of();
            }

            @Override
            public void close() {}
        };
    }
}
