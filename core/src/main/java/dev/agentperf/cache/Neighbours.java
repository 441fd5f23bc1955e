package dev.agentperf.cache;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * What runs called next that stood where this one stands. Every past call has a say, the greater the more its situation
 * was like the present one: e<sup>1.2 s + 3 t</sup>, where s of the last steps are the same and t of the tools called
 * (kernel regression, Nadaraya and Watson 1964). So a long context that was seen before outweighs a short one, and none
 * is ever without an answer.
 *
 * <p>The latest {@value #MOST_CALLS} calls are kept. Not thread-safe.
 */
final class Neighbours {
    static final int MOST_CALLS = 2_000;

    private static final double STEP_WEIGHT = 1.2;
    private static final double TOOLS_WEIGHT = 3;
    private static final double EVEN_SHARE = 0.1;

    private final ArrayDeque<Call> calls = new ArrayDeque<>();
    private final int[] counts = new int[KnownTools.MOST_TOOLS];

    /** Remembers that a tool was called in a situation. */
    void learn(Situation situation, int tool) {
        if (calls.size() == MOST_CALLS) {
            counts[calls.removeFirst().tool()]--;
        }
        calls.addLast(new Call(situation, tool));
        counts[tool]++;
    }

    /** Returns the probability of each tool in a situation; all alike where no call is known. */
    double[] probabilities(Situation now, int tools) {
        double[] votes = new double[tools];
        Arrays.fill(votes, EVEN_SHARE);
        for (Call call : calls) {
            Situation then = call.situation();
            votes[call.tool()] += Math.exp(STEP_WEIGHT * now.sameSteps(then) + TOOLS_WEIGHT * now.sameTools(then));
        }
        return shares(votes);
    }

    /** Returns the share of each tool in all calls, whatever the situation; all 0 where no call is known. */
    double[] frequencies(int tools) {
        double[] frequencies = new double[tools];
        for (int tool = 0; tool < tools; tool++) {
            frequencies[tool] = counts[tool] / Math.max(1.0, calls.size());
        }
        return frequencies;
    }

    private static double[] shares(double[] votes) {
        double sum = Arrays.stream(votes).sum();
        return Arrays.stream(votes).map(vote -> vote / sum).toArray();
    }

    private record Call(Situation situation, int tool) {}
}
