package dev.agentperf.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.AgentType;
import org.junit.jupiter.api.Test;

final class PredictionReplayTest {
    private final PredictionReplay replay = new PredictionReplay(ResourcePredictor.named("mean-buffer"));

    /**
     * By hand: react 100, 100, 200 predicts 120 and 120, so it misses once in two (over 20, under 80); autonomous 10, 5
     * predicts 12 (over 7). Used and counted: 100 + 200 + 5 = 305.
     */
    @Test
    void score_handWorkedRuns_matches() {
        memory(AgentType.REACT, 100, 100, 200);
        memory(AgentType.AUTONOMOUS, 10, 5);

        PredictionScore score = replay.score(Resource.MEMORY).orElseThrow();

        assertThat(score.predictor()).isEqualTo("mean-buffer");
        assertThat(score.predictions()).isEqualTo(3);
        assertThat(score.missRate()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(score.slack()).isCloseTo(27 / 305.0, within(1e-12));
        assertThat(score.shortfall()).isCloseTo(80 / 305.0, within(1e-12));
        assertThat(score.worstTypeMissRate()).isEqualTo(0.5);
    }

    @Test
    void score_onlyFirstRunsOfTypes_isEmpty() {
        memory(AgentType.REACT, 100);
        memory(AgentType.AUTONOMOUS, 100);

        assertThat(replay.scores()).isEmpty();
    }

    @Test
    void score_missingResource_isSkipped() {
        memory(AgentType.REACT, 100, 100);

        assertThat(replay.scores()).extracting(PredictionScore::resource).containsExactly(Resource.MEMORY);
    }

    private void memory(AgentType type, double... mb) {
        for (double used : mb) {
            replay.observe(type, new ResourceUsage(Double.NaN, used, Double.NaN));
        }
    }
}
