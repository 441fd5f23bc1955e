package dev.agentperf.reports.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TargetTest {
    @ParameterizedTest
    @CsvSource({
        "WARM_START_P99, 99.9, MET",
        "WARM_START_P99, 100, MET",
        "WARM_START_P99, 100.1, MISSED",
        "TOOL_HIT_RATE, 0.79, MISSED",
        "TOOL_HIT_RATE, 0.80, MET",
        "STATS_REDUCTION, 0.95, MET",
        "RUNS_WITHIN_LIMIT, 0.9499, MISSED",
        "RUNS_WITHIN_LIMIT, NaN, MISSED"
    })
    void figure_isJudgedAgainstItsTarget(StandardTarget target, double measured, Target.Verdict verdict) {
        assertThat(target.judge(measured, 1, "test").verdict()).isEqualTo(verdict);
    }

    @Test
    void absentFigure_isNotMeasured_neverMet() {
        Target target = StandardTarget.WARM_START_P99.notMeasured("simulated runtime");

        assertThat(target.verdict()).isEqualTo(Target.Verdict.NOT_MEASURED);
        assertThat(target.met()).isNull();
    }

    @Test
    void verdictWithoutFigure_isRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Target("a", 1, null, Target.MS, true, null, null, null))
                .withMessage("met must be null exactly where measured is, were true and null for a");
    }

    @Test
    void absentSense_followsTheUnit() {
        assertThat(new Target("a", 1, 1.0, Target.MS, true, null, null, null).sense())
                .isEqualTo(Target.Sense.AT_MOST);
        assertThat(new Target("a", 1, 1.0, Target.RATIO, true, null, null, null).sense())
                .isEqualTo(Target.Sense.AT_LEAST);
    }

    @Test
    void targets_areCountedByVerdict() {
        assertThat(SampleRun.targets().count(Target.Verdict.MISSED)).isEqualTo(1);
    }
}
