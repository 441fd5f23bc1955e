package dev.agentperf.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PatternReplayTest {
    private final PatternReplay replay = new PatternReplay();

    /** Nothing is known before the first run: three misses. Then the same run is told from its start. */
    @Test
    void score_sameRunTwice_countsTheSecondOnesCalls() {
        replay.observe(AgentType.REACT, List.of("a", "b", "c"));
        PatternReplay.Score firstRun = replay.score();
        replay.observe(AgentType.REACT, List.of("a", "b", "c"));

        assertThat(firstRun).isEqualTo(new PatternReplay.Score(3, 0, 0, 0));
        assertThat(replay.score()).isEqualTo(new PatternReplay.Score(6, 3, 3, 3));
        assertThat(replay.secondHalf()).isEqualTo(new PatternReplay.Score(3, 3, 3, 3));
        assertThat(replay.score().firstRate()).isEqualTo(0.5);
        assertThat(replay.score().amongThreeRate()).isEqualTo(0.5);
        assertThat(replay.score().firstOrderRate()).isEqualTo(0.5);
    }

    @Test
    void score_runWithoutCalls_hasNothingToGuess() {
        replay.observe(AgentType.REACT, List.of(ExecutionPatterns.USER_TURN));

        assertThat(replay.score()).isEqualTo(new PatternReplay.Score(0, 0, 0, 0));
        assertThat(replay.secondHalf().firstRate()).isZero();
    }

    /** After "read" alone both are as likely, and the reference takes the first in the alphabet. */
    @Test
    void score_contextOfTwoSteps_isBetterThanTheReference() {
        for (int run = 0; run < 20; run++) {
            replay.observe(AgentType.REACT, List.of("search", "read", "write"));
            replay.observe(AgentType.REACT, List.of("list", "read", "answer"));
        }

        PatternReplay.Score score = replay.secondHalf();
        assertThat(score.amongThreeRate()).isEqualTo(1);
        assertThat(score.first()).isGreaterThanOrEqualTo(score.firstOrder() + 10);
    }

    @Test
    void score_fourTools_notAllAreAmongThree() {
        for (int run = 0; run < 20; run++) {
            for (String tool : List.of("a", "b", "c", "d")) {
                replay.observe(AgentType.REACT, List.of("start", tool));
            }
        }

        assertThat(replay.secondHalf().amongThree()).isLessThan(80);
    }
}
