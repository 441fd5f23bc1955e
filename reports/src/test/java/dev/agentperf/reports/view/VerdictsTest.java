package dev.agentperf.reports.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.model.SampleRun;
import dev.agentperf.reports.model.StandardTarget;
import dev.agentperf.reports.model.Target;
import dev.agentperf.reports.model.Targets;
import org.junit.jupiter.api.Test;

final class VerdictsTest {
    private static final Target MET = StandardTarget.WARM_START_P99.judge(1, 9, "test");
    private static final Target ABSENT = StandardTarget.TOOL_HIT_RATE.notMeasured("no tools");

    @Test
    void oneMissed_isNo() {
        assertThat(Verdicts.answer(SampleRun.targets())).isEqualTo("No: 1 of 4 targets is missed.");
        assertThat(Verdicts.overall(SampleRun.targets())).isEqualTo(Target.Verdict.MISSED);
    }

    @Test
    void allMet_isYes() {
        assertThat(Verdicts.answer(Targets.of(MET))).isEqualTo("Yes: every target is met, 1 of 1.");
        assertThat(Verdicts.overall(Targets.of(MET))).isEqualTo(Target.Verdict.MET);
    }

    @Test
    void oneAbsent_isNeitherYesNorNo() {
        assertThat(Verdicts.answer(Targets.of(MET, ABSENT)))
                .isEqualTo("So far: 1 of 2 targets are met and 1 was not measured.");
        assertThat(Verdicts.overall(Targets.of(MET, ABSENT))).isEqualTo(Target.Verdict.NOT_MEASURED);
    }

    @Test
    void noneMeasured_isUnknown() {
        assertThat(Verdicts.answer(null)).isEqualTo("Unknown: no target was measured.");
        assertThat(Verdicts.answer(Targets.of(ABSENT))).isEqualTo("Unknown: no target was measured.");
        assertThat(Verdicts.overall(null)).isEqualTo(Target.Verdict.NOT_MEASURED);
    }

    @Test
    void justMissed_showsTheDigitThatTells() {
        assertThat(Verdicts.measured(StandardTarget.TOOL_HIT_RATE.judge(0.79996, 9, "test")))
                .isEqualTo("79.996\u00A0%");
    }

    @Test
    void demand_saysWhichSideIsGood() {
        assertThat(Verdicts.demand(MET)).isEqualTo("at most 100\u00A0ms");
        assertThat(Verdicts.demand(ABSENT)).isEqualTo("at least 80.0\u00A0%");
    }
}
