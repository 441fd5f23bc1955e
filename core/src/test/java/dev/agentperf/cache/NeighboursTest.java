package dev.agentperf.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NeighboursTest {
    private final KnownTools tools = new KnownTools();
    private final Neighbours neighbours = new Neighbours();

    NeighboursTest() {
        tools.learn(List.of("a", "b", "c"));
    }

    @Test
    void probabilities_nothingKnown_areAlike() {
        assertThat(neighbours.probabilities(after("a"), 3)).containsExactly(1 / 3.0, 1 / 3.0, 1 / 3.0);
        assertThat(neighbours.frequencies(3)).containsExactly(0, 0, 0);
    }

    /**
     * By hand, for a run that did a, b: the one that did the same shares two steps and all tools, e^(2.4 + 3); the one
     * that did c, b shares one step, and of three tools one, with one added 2/4, e^(1.2 + 1.5).
     */
    @Test
    void probabilities_twoPastCalls_areWeighedByLikeness() {
        neighbours.learn(after("a", "b"), 0);
        neighbours.learn(after("c", "b"), 2);
        double first = 0.1 + Math.exp(5.4);
        double second = 0.1 + Math.exp(2.7);

        double[] probabilities = neighbours.probabilities(after("a", "b"), 3);

        assertThat(probabilities[0]).isCloseTo(first / (first + second + 0.1), within(1e-12));
        assertThat(probabilities[2]).isCloseTo(second / (first + second + 0.1), within(1e-12));
        assertThat(neighbours.frequencies(3)).containsExactly(0.5, 0, 0.5);
    }

    @Test
    void learn_beyondTheBound_forgetsTheOldest() {
        neighbours.learn(after(), 0);
        for (int call = 0; call < Neighbours.MOST_CALLS; call++) {
            neighbours.learn(after(), 1);
        }

        assertThat(neighbours.frequencies(3)).containsExactly(0, 1, 0);
    }

    @Test
    void situation_toolsWithoutNumber_areLikeNoOther() {
        assertThat(after("x").sameSteps(after("x"))).isZero();
        assertThat(after("a", ExecutionPatterns.USER_TURN).sameSteps(after("a", ExecutionPatterns.USER_TURN)))
                .isEqualTo(2);
        assertThat(after("a", "a", "a", "a", "a").sameSteps(after("b", "a", "a", "a", "a")))
                .isEqualTo(Situation.STEPS);
        assertThat(after("a").sameTools(after("b"))).isEqualTo(1.0 / 3);
    }

    private Situation after(String... steps) {
        return Situation.after(List.of(steps), tools);
    }
}
