package dev.agentperf.cache;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Tells the next tool of a run from its steps so far: seven opinions, multiplied, each raised to a power that is
 * learned from how much it helped on past runs (a logarithmic opinion pool).
 *
 * <p>The opinions: what like runs called next, a vote of all that this one did, what it did itself the last time it was
 * here, that a tool is called again at once, how often tools are called at all, which of them the talk has named, and a
 * vote of the user's words. How often has a negative power: the others all know it, and it must not count as often.
 * Thread-safe.
 */
final class SequenceModel {
    /* All but the last two fitted to eight recordings: in any two of three domains, they are as good in the third. Those
     * of the talk are round, and half or twice as much makes little difference; see docs/prediction.md. */
    private static final double[] FIRST_POWERS = {0.7, 0.4, 0.35, 0.8, -0.35, 1.5, 1};
    /** A guess looks no further back than this many steps. */
    static final int MOST_STEPS = 100;

    private static final double MOST_POWER = 3;
    private static final double LEARNING_RATE = 0.01;

    /** No opinion may rule a tool out: this much of each is spread evenly. */
    private static final double DOUBT = 0.02;

    private static final double OWN_DOUBT = 0.5;

    private static final Comparator<ExecutionPatterns.Guess> MOST_PROBABLE = Comparator.comparingDouble(
                    ExecutionPatterns.Guess::probability)
            .reversed()
            .thenComparing(ExecutionPatterns.Guess::tool);

    private final KnownTools tools = new KnownTools();
    private final Neighbours neighbours = new Neighbours();
    private final StepVotes votes = new StepVotes();
    private final NamedTools named = new NamedTools();
    private final WordVotes words = new WordVotes();
    private final double[] powers = FIRST_POWERS.clone();

    /** Learns from one run: first what each opinion was worth, then what the run did. */
    synchronized void learn(List<String> steps) {
        forEachCall(steps, (before, tool) -> judge(opinions(before), tool));
        tools.learn(steps);
        named.learn(tools);
        forEachCall(steps, (before, tool) -> {
            neighbours.learn(Situation.after(before, tools), tool);
            votes.learn(before, tool, tools.size());
            words.learn(before, () -> pool(opinions(before)), tool);
        });
    }

    private void forEachCall(List<String> steps, BiConsumer<List<String>, Integer> action) {
        for (int index = 0; index < steps.size(); index++) {
            int tool = tools.indexOf(steps.get(index));
            if (tool != KnownTools.UNKNOWN) {
                action.accept(latest(steps.subList(0, index)), tool);
            }
        }
    }

    private static List<String> latest(List<String> steps) {
        return steps.subList(Math.max(0, steps.size() - MOST_STEPS), steps.size());
    }

    /** Returns every tool that was ever seen, the most probable next one first; of equals the first in the alphabet. */
    synchronized List<ExecutionPatterns.Guess> ranked(List<String> steps) {
        if (tools.size() == 0) {
            return List.of();
        }
        double[] probabilities = pool(opinions(latest(steps)));
        List<ExecutionPatterns.Guess> guesses = new ArrayList<>();
        for (int tool = 0; tool < probabilities.length; tool++) {
            guesses.add(new ExecutionPatterns.Guess(tools.name(tool), probabilities[tool]));
        }
        guesses.sort(MOST_PROBABLE);
        return List.copyOf(guesses);
    }

    /* As logarithms, or factors that stand for some: one row an opinion, one column a tool. */
    private double[][] opinions(List<String> steps) {
        return new double[][] {
            logs(neighbours.probabilities(Situation.after(steps, tools), tools.size())),
            logs(votes.probabilities(steps, tools.size())),
            logs(ownFollowers(steps)),
            again(steps),
            logs(neighbours.frequencies(tools.size())),
            named.named(steps),
            words.scores(steps, tools.size())
        };
    }

    /* Not a probability but a factor: the last step's tool, if it is one, and no other. */
    private double[] again(List<String> steps) {
        double[] again = new double[tools.size()];
        int last = steps.isEmpty() ? KnownTools.UNKNOWN : tools.indexOf(steps.get(steps.size() - 1));
        if (last != KnownTools.UNKNOWN) {
            again[last] = 1;
        }
        return again;
    }

    private static double[] logs(double[] probabilities) {
        double[] logs = new double[probabilities.length];
        for (int tool = 0; tool < logs.length; tool++) {
            logs[tool] = Math.log((1 - DOUBT) * probabilities[tool] + DOUBT / logs.length);
        }
        return logs;
    }

    private double[] ownFollowers(List<String> steps) {
        List<String> called =
                steps.stream().filter(step -> !KnownTools.isMark(step)).toList();
        double[] followers = new double[tools.size()];
        double seen = 0;
        for (int index = 1; index < called.size(); index++) {
            int tool = tools.indexOf(called.get(index));
            if (tool != KnownTools.UNKNOWN && called.get(index - 1).equals(called.get(called.size() - 1))) {
                followers[tool]++;
                seen++;
            }
        }
        for (int tool = 0; tool < followers.length; tool++) {
            followers[tool] = (followers[tool] + OWN_DOUBT / followers.length) / (seen + OWN_DOUBT);
        }
        return followers;
    }

    private double[] pool(double[][] opinions) {
        double[] pooled = new double[tools.size()];
        for (int tool = 0; tool < pooled.length; tool++) {
            for (int opinion = 0; opinion < opinions.length; opinion++) {
                pooled[tool] += powers[opinion] * opinions[opinion][tool];
            }
        }
        return Softmax.of(pooled);
    }

    /* One step up the gradient of the logarithm of the probability that the pool gave to what came. */
    private void judge(double[][] opinions, int actual) {
        double[] pooled = pool(opinions);
        for (int opinion = 0; opinion < opinions.length; opinion++) {
            double expected = 0;
            for (int tool = 0; tool < pooled.length; tool++) {
                expected += pooled[tool] * opinions[opinion][tool];
            }
            double gradient = opinions[opinion][actual] - expected;
            powers[opinion] = Math.max(-MOST_POWER, Math.min(MOST_POWER, powers[opinion] + LEARNING_RATE * gradient));
        }
    }
}
