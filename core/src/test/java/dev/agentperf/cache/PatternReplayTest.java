package dev.agentperf.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PatternReplayTest {
    private final PatternReplay replay = new PatternReplay();

    /** The first run of a type knows nothing to guess from: two misses. The second one guesses both right. */
    @Test
    void score_sameRunTwice_countsTheSecondOnesCalls() {
        replay.observe(AgentType.REACT, List.of("a", "b", "c"));
        PatternReplay.Score firstRun = replay.score();
        replay.observe(AgentType.REACT, List.of("a", "b", "c"));

        assertThat(firstRun).isEqualTo(new PatternReplay.Score(2, 0, 0));
        assertThat(replay.score().since(firstRun)).isEqualTo(new PatternReplay.Score(2, 2, 2));
        assertThat(replay.score().firstRate()).isEqualTo(0.5);
        assertThat(replay.score().amongThreeRate()).isEqualTo(0.5);
    }

    @Test
    void score_runOfOneCall_hasNothingToGuess() {
        replay.observe(AgentType.REACT, List.of(ExecutionPatterns.USER_TURN, "a"));

        assertThat(replay.score()).isEqualTo(new PatternReplay.Score(0, 0, 0));
        assertThat(replay.score().firstRate()).isZero();
    }

    /**
     * After "start" came once each a, b, c, d. Half of each guess comes from there (1/8 each), half from all calls, of
     * which "start" is every second: start 1/4, then d, c, b, a with a little less for each run that is longer ago.
     */
    @Test
    void score_toolBeyondTheFirstThree_isNotAmongThem() {
        for (String tool : List.of("a", "b", "c", "d")) {
            replay.observe(AgentType.REACT, List.of("start", tool));
        }
        PatternReplay.Score learned = replay.score();

        replay.observe(AgentType.REACT, List.of("start", "a"));

        assertThat(replay.score().since(learned)).isEqualTo(new PatternReplay.Score(1, 0, 0));
    }

    @Test
    void score_toolAmongTheFirstThree_isCountedThere() {
        for (String tool : List.of("a", "b", "c", "d")) {
            replay.observe(AgentType.REACT, List.of("start", tool));
        }
        PatternReplay.Score learned = replay.score();

        replay.observe(AgentType.REACT, List.of("start", "d"));

        assertThat(replay.score().since(learned)).isEqualTo(new PatternReplay.Score(1, 0, 1));
    }
}
