package dev.agentperf.reports.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.export.GateMarkdown;
import dev.agentperf.reports.gate.Direction;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.SampleGate;
import dev.agentperf.reports.gate.SingleComparison;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GateWordsTest {
    @Test
    void markdown_verdicts_comeWorstFirstAndFailuresAreNamed() {
        String text = GateMarkdown.render(SampleGate.report());

        assertThat(text.indexOf("regressed")).isLessThan(text.indexOf("| B.same"));
        assertThat(text).contains("A benchmark failed: B.broken").contains("B.broken: It threw\\.".replace("\\", ""));
    }

    @Test
    void markdown_thousandsOfComparisons_staysBelowTheLimit() {
        String text = GateMarkdown.render(SampleGate.large(3_000));

        assertThat(text.length()).isLessThan(GateMarkdown.COMMENT_BYTES);
        assertThat(text).contains("quietest comparisons are left out here");
    }

    @Test
    void answer_noiseAboveTheBand_neverSaysNoRegression() {
        GateReport blind = SampleGate.of(SampleGate.comparison("same", Verdict.EQUIVALENT, 0.2));
        GateReport seeing = SampleGate.of(SampleGate.comparison("same", Verdict.EQUIVALENT, 0.02));

        assertThat(GateWords.answer(blind)).doesNotContain("No regression").contains("20.0 % could pass unseen");
        assertThat(GateWords.answer(seeing)).startsWith("No regression.");
    }

    @Test
    void answer_exactRegressionToZero_isNamedWithBothFigures() {
        Metric met = new Metric("met", "of 1", Direction.LARGER, 0, 0);

        assertThat(GateWords.answer(SampleGate.of(SingleComparison.exact(Subject.of("target"), met, 1, 0, List.of()))))
                .isEqualTo("1 comparison regressed: target met 1.00 to 0.");
    }

    @Test
    void answer_nothingInCommon_isNotFine() {
        assertThat(GateWords.answer(SampleGate.of())).startsWith("Nothing was compared");
    }
}
