package dev.agentperf.jmh.replay;

import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.recursion.QuickReplay;
import dev.agentperf.simulator.recursion.QuickRun;
import dev.agentperf.simulator.recursion.TraceColumns;
import dev.agentperf.simulator.recursion.Turnover;
import dev.agentperf.simulator.trace.TraceScan;
import java.util.concurrent.TimeUnit;
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
 * How many invocations a second are worked out on a trace in columns, without engine and pool.
 *
 * <p>Regime: Poisson arrivals at 50 a second, sessions of half a second, one type; one thread. Containers are reused:
 * under a stock of 50 or a fixed keep-alive nearly every claim is warm.
 *
 * <pre>{@code
 * java -jar jmh/target/benchmarks.jar ColumnsBenchmark
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ColumnsBenchmark {
    private static final int SESSIONS = 1_000_000;
    private static final Turnover TURNOVER = new Turnover(500_000_000L, true, 0);

    /** The policy that is worked out. */
    @Param({"fixed:50", "keepalive:10m", "breakeven:300", "adaptive:300"})
    public String policy = "fixed:50";

    private TraceScan scan = TraceScan.of(new PoissonSessions(0));
    private TraceColumns trace = TraceColumns.of(new PoissonSessions(0));

    /** Makes the trace up. */
    @Setup
    public void arrive() {
        scan = TraceScan.of(new PoissonSessions(SESSIONS));
        trace = TraceColumns.of(new PoissonSessions(SESSIONS));
    }

    /** One pass through the trace. */
    @Benchmark
    @OperationsPerInvocation(SESSIONS)
    public QuickRun replay() {
        QuickReplay replay = new QuickReplay(PoolPolicy.parse(policy), TURNOVER, scan);
        replay.accept(trace);
        return replay.finish();
    }
}
