package dev.agentperf.simulator.workload;

import dev.agentperf.simulator.trace.Session.Kind;
import dev.agentperf.simulator.trace.Session.Step;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.ZipfDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.util.FastMath;

/**
 * What a session of one agent type does: model call, tool call, model call and so on, a model call at either end,
 * filling the session without a gap. Not thread-safe.
 */
final class ToolPlan {
    // Past the 99.9999th percentile of every reference type; a bound for profiles with a wider spread.
    private static final int MOST_CALLS = 2_000;
    private static final String MODEL = "model";
    private static final long MICRO_NANOS = 1_000;

    private final AgentProfile profile;
    private final String[] names;
    private final ZipfDistribution tools;
    private final RandomGenerator calls;

    ToolPlan(AgentProfile profile, RandomGenerator tools, RandomGenerator calls) {
        this.profile = profile;
        this.calls = calls;
        this.names = new String[profile.tools().count()];
        Arrays.setAll(names, i -> profile.type().name() + "_tool_" + (i + 1));
        this.tools = new ZipfDistribution(tools, names.length, profile.tools().zipfExponent());
    }

    /** Draws the steps of a session; {@code z} is the standard normal number that its length was drawn with. */
    List<Step> steps(long durationMicros, double z) {
        double[] ends = ends(2 * calls(z) + 1);
        Step[] steps = new Step[ends.length];
        long at = 0;
        for (int i = 0; i < steps.length; i++) {
            long end = Math.round(ends[i] * durationMicros) * MICRO_NANOS;
            steps[i] = new Step(isTool(i) ? Kind.TOOL : Kind.LLM, isTool(i) ? tool() : MODEL, at, end - at);
            at = end;
        }
        return List.of(steps);
    }

    private int calls(double z) {
        AgentProfile.Tools profiled = profile.tools();
        double rho = profiled.lengthCorrelation();
        double own = rho * z + FastMath.sqrt(1 - rho * rho) * calls.nextGaussian();
        double count = profiled.medianCalls() * FastMath.exp(profiled.sigma() * own);
        return (int) Math.min(Math.round(count), MOST_CALLS);
    }

    // Where each step ends, over the session's length: lognormal parts, scaled to the model's share and the tools'.
    private double[] ends(int count) {
        double[] parts = new double[count];
        double[] total = new double[2];
        for (int i = 0; i < count; i++) {
            double sigma = isTool(i) ? ReferenceAgents.TOOL_CALL_SIGMA : ReferenceAgents.MODEL_CALL_SIGMA;
            parts[i] = FastMath.exp(sigma * calls.nextGaussian());
            total[i % 2] += parts[i];
        }
        double modelShare = count == 1 ? 1 : profile.length().modelShare();
        double end = 0;
        for (int i = 0; i < count; i++) {
            end += parts[i] / total[i % 2] * (isTool(i) ? 1 - modelShare : modelShare);
            parts[i] = Math.min(end, 1);
        }
        parts[count - 1] = 1;
        return parts;
    }

    private String tool() {
        return names[tools.sample() - 1];
    }

    private static boolean isTool(int step) {
        return step % 2 == 1;
    }
}
