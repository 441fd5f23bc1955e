package dev.agentperf.reports.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.gate.SampleGate;
import dev.agentperf.reports.model.RunReport;
import dev.agentperf.reports.model.SampleRun;
import dev.agentperf.reports.model.StandardTarget;
import dev.agentperf.reports.model.Target.Verdict;
import org.junit.jupiter.api.Test;

final class FirstScreenTest {
    @Test
    void mainRun_asksForTheTargets_andTellsHowSureEachFigureIs() {
        FirstScreen first = FirstScreen.of(SampleRun.complete());

        assertThat(first.question()).isEqualTo(Verdicts.QUESTION);
        assertThat(first.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(first.figures())
                .extracting(KeyFigure::spread)
                .containsExactly(
                        "95 % interval 86.9\u00A0% to 88.1\u00A0%",
                        "95 % interval from 290\u00A0\u00B5s; 200 starts give no upper end", KeyFigure.EXACT);
    }

    @Test
    void mainRun_showsWhatIsMissedFirst_andTheSavedCallsBeside() {
        FirstScreen first = FirstScreen.of(SampleRun.complete());

        assertThat(first.figures())
                .extracting(KeyFigure::name)
                .containsExactly(
                        StandardTarget.RUNS_WITHIN_LIMIT.title(),
                        StandardTarget.WARM_START_P99.title(),
                        StandardTarget.TOOL_HIT_RATE.title());
        assertThat(first.others()).extracting(KeyFigure::name).containsExactly(StandardTarget.STATS_REDUCTION.title());
    }

    @Test
    void simulation_namesThePolicyThatCostsLeast() {
        FirstScreen first = FirstScreen.of(SampleRun.simulated());

        // 402 cold starts at 150 each beside 213,770 idle seconds at 0.256: the least of the four.
        assertThat(first.answer()).isEqualTo("fixed:10 costs least of 4: 1.37 times what the clairvoyant pays.");
        assertThat(first.verdict()).isNull();
        assertThat(first.figures()).hasSize(3);
    }

    @Test
    void plan_thatMissesOnTheRest_isMissed() {
        FirstScreen first = FirstScreen.of(SampleRun.planned("react"));

        assertThat(first.question()).isEqualTo("How many containers let 99.0\u00A0% of claims start warm?");
        assertThat(first.answer()).isEqualTo("16 containers over 3 agent types, but no promise: the rest is busier.");
        assertThat(first.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(first.figures().get(1).n()).isEqualTo(2_800 + 380);
    }

    @Test
    void predictions_nameThePredictorThatKeepsTheTargetAtTheLeastSlack() {
        assertThat(FirstScreen.of(SampleRun.predicted()).answer())
                .isEqualTo("For memory, cost keeps the target at the least slack.");
    }

    @Test
    void sweep_setsEachPolicyAgainstTheBestOfItsScenario() {
        FirstScreen first = FirstScreen.of(SampleRun.swept("runs.jsonl"));

        // adaptive:P: best of the first scenario, 330 over 300 in the second. fixed:10: 100 over 80, then the best.
        assertThat(first.answer()).startsWith("adaptive:P: 5.00\u00A0% dearer").contains("10.0\u00A0% at worst");
    }

    @Test
    void gate_tellsWhatItCouldHaveSeen() {
        FirstScreen first = FirstScreen.of(SampleGate.report());

        assertThat(first.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(first.figures()).extracting(KeyFigure::value).containsExactly("1", "+20.0 %", "40.0 %");
    }

    @Test
    void nothingMeasured_isNoAnswer() {
        FirstScreen first = FirstScreen.of(RunReport.empty());

        assertThat(first.verdict()).isEqualTo(Verdict.NOT_MEASURED);
        assertThat(first.figures()).isEmpty();
    }
}
