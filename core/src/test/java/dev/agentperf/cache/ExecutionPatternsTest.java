package dev.agentperf.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.AgentType;
import dev.agentperf.cache.ExecutionPatterns.Guess;
import dev.agentperf.testkit.ManualTicker;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExecutionPatternsTest {
    private final ManualTicker ticker = new ManualTicker();
    private final ExecutionPatterns patterns = new ExecutionPatterns(CacheConfig.DEFAULT, ticker, Runnable::run);

    @Test
    void next_mostFrequentSuccessor_isGuessed() {
        patterns.record(AgentType.REACT, List.of("search", "read", "search", "read", "search", "write"));

        assertThat(patterns.next(AgentType.REACT, "search")).hasValue("read");
    }

    @Test
    void next_equallyFrequent_takesTheFirstInTheAlphabet() {
        SequenceModel model = new SequenceModel();
        model.learn(List.of("search", "write", "search", "read"));

        assertThat(model.ranked(List.of("search")).get(0).tool()).isEqualTo("read");
    }

    @Test
    void next_otherType_knowsNothing() {
        patterns.record(AgentType.REACT, List.of("search", "read"));

        assertThat(patterns.next(AgentType.AUTONOMOUS, "search")).isEmpty();
    }

    @Test
    void next_within300Seconds_isTheKeptGuess() {
        patterns.record(AgentType.REACT, List.of("a", "b"));
        patterns.next(AgentType.REACT, "a");
        patterns.record(AgentType.REACT, List.of("a", "c", "a", "c"));

        ticker.advance(Duration.ofSeconds(299));
        assertThat(patterns.next(AgentType.REACT, "a")).hasValue("b");
        ticker.advance(Duration.ofSeconds(1));
        assertThat(patterns.next(AgentType.REACT, "a")).hasValue("c");
    }

    /** After "read" alone both are as likely; what came before it tells them apart. */
    @Test
    void ranked_longerContext_tellsWhatTheLastStepCannot() {
        for (int run = 0; run < 5; run++) {
            patterns.record(AgentType.REACT, List.of("search", "read", "answer"));
            patterns.record(AgentType.REACT, List.of("list", "read", "write"));
        }

        assertThat(patterns.ranked(AgentType.REACT, List.of("search", "read")))
                .first()
                .extracting(Guess::tool)
                .isEqualTo("answer");
        assertThat(patterns.ranked(AgentType.REACT, List.of("list", "read")))
                .first()
                .extracting(Guess::tool)
                .isEqualTo("write");
    }

    @Test
    void ranked_userTurn_isContextButNeverAGuess() {
        for (int run = 0; run < 5; run++) {
            patterns.record(AgentType.REACT, List.of("ask", ExecutionPatterns.USER_TURN, "cancel"));
            patterns.record(AgentType.REACT, List.of("ask", "ask"));
        }

        List<Guess> guesses = patterns.ranked(AgentType.REACT, List.of("ask", ExecutionPatterns.USER_TURN));

        assertThat(guesses).extracting(Guess::tool).containsExactly("cancel", "ask");
    }

    /**
     * By hand, of one run a b a: without context a 2/3, b 1/3. After a: b once, one kind, so trust 1/2 (the weights of
     * one run are equal up to its growth, 2^(1/500)): b 1/2 + 1/2 x 1/3 = 2/3.
     */
    @Test
    void ranked_oneRun_mixesOrdersAsWittenAndBell() {
        patterns.record(AgentType.REACT, List.of("a", "b", "a"));
        double seen = Math.pow(2, -1 / 500.0);
        double trust = seen / (seen + 1);

        List<Guess> guesses = patterns.ranked(AgentType.REACT, List.of("x", "a"));

        assertThat(guesses.get(0).tool()).isEqualTo("b");
        assertThat(guesses.get(0).probability()).isCloseTo(trust + (1 - trust) / 3, within(1e-12));
        assertThat(guesses.stream().mapToDouble(Guess::probability).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void record_endlessNewNames_staysWithinItsBound() {
        SequenceModel model = new SequenceModel();
        model.learn(List.of("a", "b", "a", "b"));

        for (int run = 0; run < 30_000; run++) {
            model.learn(List.of("new " + run, "b"));
        }

        assertThat(model.ranked(List.of()).size()).isLessThan(SequenceModel.MOST_PAIRS);
        assertThat(model.ranked(List.of("a")).get(0).tool()).isEqualTo("b");
    }

    @Test
    void learn_soManyRunsThatWeightsOverflow_goesOn() {
        SequenceModel model = new SequenceModel();
        for (int run = 0; run < 200_000; run++) {
            model.learn(List.of("a"));
        }

        assertThat(model.ranked(List.of())).containsExactly(new Guess("a", 1));
    }
}
