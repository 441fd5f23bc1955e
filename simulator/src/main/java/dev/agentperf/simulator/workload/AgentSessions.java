package dev.agentperf.simulator.workload;

import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.Session.Usage;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.util.FastMath;

/**
 * The endless sessions of one agent type. Each concern draws from a stream of its own: another tool mix leaves
 * arrivals, lengths and memory as they were. Not thread-safe.
 */
final class AgentSessions {
    private static final long MICRO_NANOS = 1_000;
    private static final double MICROS_A_SECOND = 1e6;

    private final AgentProfile profile;
    private final BurstGaps gaps;
    private final RandomGenerator lengths;
    private final RandomGenerator memory;
    private final RandomGenerator processor;
    private final ToolPlan plan;
    private double startSeconds;
    private long number;

    AgentSessions(AgentProfile profile, double sessionsPerSecond, RandomStreams streams) {
        this.profile = profile;
        double meanGap = 1 / (sessionsPerSecond * profile.share());
        this.gaps = new BurstGaps(meanGap, profile.gapCv(), ReferenceAgents.BURST_GAP, stream(streams, "arrivals"));
        this.lengths = stream(streams, "lengths");
        this.memory = stream(streams, "memory");
        this.processor = stream(streams, "processor");
        this.plan = new ToolPlan(profile, stream(streams, "tools"), stream(streams, "calls"));
        this.startSeconds = gaps.next();
    }

    private RandomGenerator stream(RandomStreams streams, String concern) {
        return new NamedRandom(streams.stream("workload/" + profile.type().name() + "/" + concern));
    }

    /** Returns when the next session starts, in seconds since the workload's beginning. */
    double startSeconds() {
        return startSeconds;
    }

    /** Returns the next session and moves on; {@code originNanos} is the workload's beginning. */
    Session next(long originNanos) {
        long start = originNanos + micros(startSeconds) * MICRO_NANOS;
        startSeconds += gaps.next();
        number++;
        double z = lengths.nextGaussian();
        AgentProfile.Length length = profile.length();
        long micros = micros(length.medianSeconds() * FastMath.exp(length.sigma() * z));
        return new Session(
                profile.type().name() + "-" + number,
                profile.type(),
                start,
                start + micros * MICRO_NANOS,
                plan.steps(micros, z),
                usage(micros / MICROS_A_SECOND));
    }

    private Usage usage(double seconds) {
        AgentProfile.Resources usage = profile.usage();
        double toolSeconds = seconds * (1 - profile.length().modelShare());
        double cores = FastMath.exp(usage.cpuSigma() * processor.nextGaussian());
        return new Usage(rounded(toolSeconds * cores, 1e3), rounded(memoryMb(usage), 10), seconds);
    }

    private double memoryMb(AgentProfile.Resources usage) {
        if (memory.nextDouble() < ReferenceAgents.HEAVY_SHARE) {
            double range = ReferenceAgents.HEAVY_TO - ReferenceAgents.HEAVY_FROM;
            return usage.medianMemoryMb() * (ReferenceAgents.HEAVY_FROM + range * memory.nextDouble());
        }
        return usage.medianMemoryMb() * FastMath.exp(usage.memorySigma() * memory.nextGaussian());
    }

    private static long micros(double seconds) {
        return Math.round(seconds * MICROS_A_SECOND);
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }
}
