package dev.agentperf.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.AgentType;
import dev.agentperf.cache.ExecutionPatterns.Guess;
import dev.agentperf.testkit.ManualTicker;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** Both are called as often and after the same steps; the second run of each pair is the first one's reverse. */
    @Test
    void ranked_toolThatTheUserNamed_isGuessed() {
        patterns.record(AgentType.REACT, List.of("cancel_order", "track_order"));
        patterns.record(AgentType.REACT, List.of("track_order", "cancel_order"));

        assertThat(best(new UserTurn("Hello!", "Where is my order? Can you track it?")))
                .isEqualTo("track_order");
        assertThat(best(new UserTurn("Shall I cancel it?", "Yes."))).isEqualTo("cancel_order");
    }

    /** No tool's name is said: what the words mean was seen. */
    @Test
    void ranked_wordsThatWentBeforeATool_areLearned() {
        for (int run = 0; run < 20; run++) {
            patterns.record(AgentType.REACT, List.of(new UserTurn("", "I want my money back").asStep(), "refund"));
            patterns.record(AgentType.REACT, List.of(new UserTurn("", "I want it sooner").asStep(), "expedite"));
        }

        assertThat(best(new UserTurn("", "give me the money"))).isEqualTo("refund");
        assertThat(best(new UserTurn("", "any sooner?"))).isEqualTo("expedite");
    }

    private String best(UserTurn turn) {
        return patterns.ranked(AgentType.REACT, List.of(turn.asStep())).get(0).tool();
    }

    @Test
    void ranked_howRunsBegin_isLearned() {
        for (int run = 0; run < 5; run++) {
            patterns.record(AgentType.REACT, List.of("login", "search", "search", "search"));
        }

        assertThat(patterns.ranked(AgentType.REACT, List.of()).get(0).tool()).isEqualTo("login");
    }

    /** Runs call "confirm" once, after any of three others; having been called it is unlikely to come again. */
    @Test
    void ranked_toolThatRunsCallOnce_isNotGuessedAgain() {
        for (int run = 0; run < 20; run++) {
            patterns.record(AgentType.REACT, List.of("read", "confirm", "read", "write"));
            patterns.record(AgentType.REACT, List.of("read", "write", "read", "confirm"));
        }

        List<Guess> afterConfirm = patterns.ranked(AgentType.REACT, List.of("x", "confirm", "x", "read"));
        List<Guess> afterWrite = patterns.ranked(AgentType.REACT, List.of("x", "write", "x", "read"));

        assertThat(afterConfirm.get(0).tool()).isEqualTo("write");
        assertThat(afterWrite.get(0).tool()).isEqualTo("confirm");
    }

    /** Past runs went from "read" to "write" and to "list" alike; this one has gone to "list" twice already. */
    @Test
    void ranked_whatTheRunDidBefore_counts() {
        for (int run = 0; run < 20; run++) {
            patterns.record(AgentType.REACT, List.of("read", "write", "read", "write", "read", "write"));
            patterns.record(AgentType.REACT, List.of("read", "list", "read", "list", "read", "list"));
        }

        List<String> steps = List.of("read", "list", "y", "z", "read", "list", "y", "z", "u", "read");

        assertThat(patterns.ranked(AgentType.REACT, steps).get(0).tool()).isEqualTo("list");
    }

    @Test
    void ranked_probabilities_addUpToOne() {
        patterns.record(AgentType.REACT, List.of("a", "b", "a", "c"));

        assertThat(patterns.ranked(AgentType.REACT, List.of("x", "a")).stream()
                        .mapToDouble(Guess::probability)
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void record_endlessNewNames_staysWithinItsBound() {
        SequenceModel model = new SequenceModel();
        model.learn(List.of("a", "b", "a", "b"));

        for (int run = 0; run < 3_000; run++) {
            model.learn(List.of("new " + run, "b"));
        }

        assertThat(model.ranked(List.of())).hasSize(KnownTools.MOST_TOOLS);
        assertThat(model.ranked(List.of("a")).get(0).tool()).isEqualTo("b");
    }

    /** Two hundred words that all say the same, again and again: the product must not overflow. */
    @Test
    void learn_manyWordsThatAreAlwaysRight_stayProbabilities() {
        String words = IntStream.range(0, UserTurn.MOST_WORDS)
                .mapToObj(word -> "abc" + (char) ('a' + word / 26) + (char) ('a' + word % 26))
                .collect(Collectors.joining(" "));
        List<String> turn = List.of(new UserTurn(words, words).asStep());
        SequenceModel model = new SequenceModel();
        for (int run = 0; run < 1_000; run++) {
            model.learn(List.of(turn.get(0), "abcaa", "abcab"));
        }

        List<Guess> guesses = model.ranked(turn);
        assertThat(guesses.get(0).tool()).isEqualTo("abcaa");
        assertThat(guesses).allMatch(guess -> guess.probability() >= 0 && guess.probability() <= 1);
    }

    @Test
    void learn_soManyRunsThatWeightsOverflow_goesOn() {
        SequenceModel model = new SequenceModel();
        for (int run = 0; run < 200_000; run++) {
            model.learn(List.of("a"));
        }

        assertThat(model.ranked(List.of())).extracting(Guess::tool).containsExactly("a");
    }
}
