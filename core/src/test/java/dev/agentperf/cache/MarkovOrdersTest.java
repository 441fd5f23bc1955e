package dev.agentperf.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkovOrdersTest {
    private final KnownTools tools = new KnownTools();
    private final MarkovOrders orders = new MarkovOrders();

    /**
     * By hand, of one run a b a: without context a 2/3, b 1/3. After a: b once, one kind, so trust 1/2 (the weights of
     * one run are equal up to its growth, 2^(1/500)): b 1/2 + 1/2 x 1/3 = 2/3.
     */
    @Test
    void probabilities_oneRun_mixOrdersAsWittenAndBell() {
        learn(List.of("a", "b", "a"));
        double seen = Math.pow(2, -1 / 500.0);
        double trust = seen / (seen + 1);

        double[] probabilities = orders.probabilities(List.of("x", "a"), tools);

        assertThat(probabilities[tools.indexOf("b")]).isCloseTo(trust + (1 - trust) / 3, within(1e-12));
        assertThat(probabilities[0] + probabilities[1]).isCloseTo(1, within(1e-12));
    }

    @Test
    void probabilities_nothingLearned_areNone() {
        assertThat(orders.probabilities(List.of("a"), tools)).isEmpty();
    }

    /** Of two runs 500 runs apart the later counts double: without context 2/3 and 1/3. */
    @Test
    void probabilities_runLongAgo_countsHalf() {
        learn(List.of("old"));
        for (int run = 0; run < 499; run++) {
            learn(List.of());
        }
        learn(List.of("new"));

        double[] probabilities = orders.probabilities(List.of(), tools);

        assertThat(probabilities[tools.indexOf("new")]).isCloseTo(2.0 / 3, within(1e-9));
    }

    private void learn(List<String> steps) {
        tools.learn(steps);
        orders.learn(steps, tools);
    }
}
