package dev.agentperf.reports.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.predict.PredictorConfig;
import dev.agentperf.reports.model.StandardTarget;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.workload.ReferenceWorkload;
import dev.agentperf.simulator.workload.WorkloadConfig;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a first {@code run}, without a trace, says of the predictor that containers get their limits by. */
final class ReferencePredictionsTest {
    private static final int SESSIONS = 5_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void defaultPredictor_keepsTheTargetOfEveryResource(long seed) {
        UsagePredictions predictions = new UsagePredictions(List.of("cost"), PredictorConfig.CAUTIOUS.targetMiss());
        try (SessionStream sessions = ReferenceWorkload.open(WorkloadConfig.ofSessions(SESSIONS, seed))) {
            predictions.observeAll(sessions);
        }

        assertThat(predictions.result().runs())
                .hasSize(3)
                .allSatisfy(run -> assertThat(StandardTarget.RUNS_WITHIN_LIMIT
                                .judge(1 - run.missRate(), run.predictions(), run.resource())
                                .met())
                        .as("%s missed %s", run.resource(), run.missRate())
                        .isTrue());
    }
}
