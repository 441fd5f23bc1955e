package dev.agentperf.jmh.replay;

import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.replay.ReplayConfig;
import dev.agentperf.simulator.replay.Replays;
import dev.agentperf.simulator.result.SimulationResult;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * How many sessions, and how many events, a second go through the shipped optimizer under the virtual clock.
 *
 * <p>Regime: Poisson arrivals at 50 a second, sessions of half a second, one type; one policy. What hindsight would
 * have reached is worked out on a second thread: {@code taskset -c 0} in front gives both one core.
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

    /** What happens to used containers. */
    @Param({"SINGLE_USE", "RESET"})
    public Reuse reuse = Reuse.SINGLE_USE;

    private final List<Session> sessions = new ArrayList<>(SESSIONS);

    /** Beside the sessions a second, what the engine processed. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Processed {
        /** Events of the virtual clock. */
        public long events;
    }

    /** Makes the sessions up. */
    @Setup
    public void arrive() {
        PoissonSessions arrivals = new PoissonSessions(SESSIONS);
        for (Session session = arrivals.next(); session != null; session = arrivals.next()) {
            sessions.add(session);
        }
    }

    /** One pass through the trace. */
    @Benchmark
    @OperationsPerInvocation(SESSIONS)
    public SimulationResult replay(Processed processed) {
        ReplayConfig config =
                new ReplayConfig(List.of(PoolPolicy.parse(policy)), Duration.ofMillis(500), Duration.ZERO, reuse, 1);
        SimulationResult result = new Replays(config, arrived -> {}).run(() -> SessionStream.of(sessions));
        processed.events += result.runs().get(0).events();
        return result;
    }
}
