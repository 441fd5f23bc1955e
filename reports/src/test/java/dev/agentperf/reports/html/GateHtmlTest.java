package dev.agentperf.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.SampleGate;
import dev.agentperf.reports.gate.Verdict;
import org.junit.jupiter.api.Test;

final class GateHtmlTest {
    @Test
    void page_everyVerdict_isThereInWordsChartAndTable() {
        String page = GateHtml.render(SampleGate.report());

        assertThat(page)
                .contains("A benchmark failed: B.broken")
                .contains("class=\"forest\"")
                .contains("class=\"forks-0\"")
                .contains("6 fresh pairs confirm it.")
                .contains("It threw.");
    }

    @Test
    void page_sameReport_isTheSameAndAsksNothingOfTheNetwork() {
        String page = GateHtml.render(SampleGate.report());

        assertThat(page).isEqualTo(GateHtml.render(SampleGate.report())).doesNotContain("src=\"http", "href=\"http");
    }

    @Test
    void page_namesWithMarkup_stayText() {
        GateReport report = SampleGate.of(SampleGate.comparison("<script>alert(1)</script>", Verdict.REGRESSED, 0.02));

        assertThat(GateHtml.render(report)).doesNotContain("<script>alert");
    }

    @Test
    void page_nothingCompared_saysSo() {
        assertThat(GateHtml.render(SampleGate.of()))
                .contains("Nothing was compared")
                .doesNotContain("No regression");
    }
}
