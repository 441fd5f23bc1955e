package dev.agentperf.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StepVotesTest {
    private final KnownTools tools = new KnownTools();
    private final StepVotes votes = new StepVotes();

    private void learn(String... calls) {
        List<String> steps = ExecutionPatterns.fromStart(List.of(calls));
        tools.learn(steps);
        learnKnown(steps);
    }

    private void learnKnown(List<String> steps) {
        for (int index = 0; index < steps.size(); index++) {
            if (tools.indexOf(steps.get(index)) != KnownTools.UNKNOWN) {
                votes.learn(steps.subList(0, index), tools.indexOf(steps.get(index)), tools.size());
            }
        }
    }

    private double[] after(String... calls) {
        return votes.probabilities(ExecutionPatterns.fromStart(List.of(calls)), tools.size());
    }

    @Test
    void probabilities_withoutRuns_areAlike() {
        tools.learn(List.of("a", "b", "c", "d"));

        assertThat(after("a")).containsExactly(0.25, 0.25, 0.25, 0.25);
    }

    /**
     * By hand: one example, every mark's gradient at even odds of two tools is plus or minus a half, so each of the
     * seven marks of a run that begins takes a step of 0.3 x 0.5 / sqrt(0.01 + 0.25) up for one and down for the other.
     */
    @Test
    void probabilities_afterOneExample_areTheSoftmaxOfTheMarksSteps() {
        tools.learn(List.of("a", "b"));
        learnKnown(List.of(ExecutionPatterns.START, "a"));

        int marks = 7;
        double score = marks * 0.3 * 0.5 / Math.sqrt(0.26);
        assertThat(after()[0]).isCloseTo(1 / (1 + Math.exp(-2 * score)), within(1e-12));
    }

    /**
     * The last three steps are the same: what was done before them decides, and no Markov model of order three sees it.
     */
    @Test
    void probabilities_seeWhatWasDoneLongAgo() {
        for (int run = 0; run < 40; run++) {
            learn("card", "x", "y", "z", "refund");
            learn("cash", "x", "y", "z", "pay");
        }

        double[] card = after("card", "x", "y", "z");
        double[] cash = after("cash", "x", "y", "z");

        assertThat(card[tools.indexOf("refund")]).isGreaterThan(0.8);
        assertThat(cash[tools.indexOf("pay")]).isGreaterThan(0.8);
        assertThat(Arrays.stream(card).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void marks_areBounded() {
        for (int run = 0; run < 2 * MarkVotes.MOST_MARKS; run++) {
            learnKnown(List.of("hostile " + run, "a"));
            learn("a");
        }

        assertThat(after("a")).hasSize(1);
    }
}
