package dev.agentperf.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WordVotesTest {
    private final WordVotes votes = new WordVotes();

    @Test
    void scores_withoutWords_areNone() {
        votes.learn(List.of("search", ExecutionPatterns.USER_TURN), () -> new double[] {0.5, 0.5}, 0);

        assertThat(votes.scores(List.of("search", ExecutionPatterns.USER_TURN), 2))
                .containsExactly(0, 0);
    }

    /**
     * By hand: three marks (two words and the last tool, which is none) count 1 / sqrt(3 + 1) each. The gradient of
     * each is half of a half, so each weight takes a step of 0.4 x 0.25 / sqrt(0.01 + 0.0625).
     */
    @Test
    void scores_afterOneExample_areTheMarksSteps() {
        List<String> steps = List.of(new UserTurn("Hello", "cancel that").asStep());
        votes.learn(steps, () -> new double[] {0.5, 0.5}, 0);

        double step = 0.4 * 0.25 / Math.sqrt(0.0725);
        double[] scores = votes.scores(steps, 2);
        assertThat(scores[0]).isCloseTo(3 * 0.5 * step, within(1e-12));
        assertThat(scores[1]).isCloseTo(-3 * 0.5 * step, within(1e-12));
    }

    /** Only the last turn's words, and of the agent's none. */
    @Test
    void scores_wordsOfOthersOrOfBefore_haveNoVote() {
        votes.learn(List.of(new UserTurn("", "cancel").asStep()), () -> new double[] {0.5, 0.5}, 0);

        List<String> steps = List.of(new UserTurn("", "cancel").asStep(), "a", new UserTurn("cancel", "no").asStep());
        assertThat(votes.scores(steps, 2)).containsExactly(0, 0);
    }

    @Test
    void learn_endlessNewWords_staysWithinItsBound() {
        for (int word = 0; word < 2 * MarkVotes.MOST_MARKS; word++) {
            char[] letters = {'x', letter(word / 676), letter(word / 26), letter(word)};
            votes.learn(List.of(new UserTurn("", new String(letters)).asStep()), () -> new double[] {0.5, 0.5}, 0);
        }
        votes.learn(List.of("tool", new UserTurn("", "late").asStep()), () -> new double[] {0.5, 0.5}, 0);

        assertThat(votes.scores(List.of("tool", new UserTurn("", "late").asStep()), 2))
                .containsExactly(0, 0);
    }

    private static char letter(int number) {
        return (char) ('a' + number % 26);
    }
}
