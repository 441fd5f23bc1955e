package dev.agentperf.reports.gate.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.export.GateMarkdown;
import dev.agentperf.reports.gate.Direction;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.SampleGate;
import dev.agentperf.reports.gate.Verdict;
import dev.agentperf.reports.view.GateWords;
import java.io.StringReader;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class GateOutputsTest {
    @Test
    void junit_everyVerdict_hasItsOwnElement() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitXml.render(SampleGate.report()))));
        Element suite = (Element) document.getElementsByTagName("testsuite").item(0);

        assertThat(suite.getAttribute("tests")).isEqualTo("5");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("error").getLength()).isEqualTo(1);
    }

    @Test
    void points_eachDirection_hasItsOwnEntries() {
        assertThat(Points.gitHubAction(SampleGate.report(), Direction.SMALLER)).hasSize(4);
        assertThat(Points.gitHubAction(SampleGate.report(), Direction.LARGER)).isEmpty();
    }

    @Test
    void bencher_value_isTheHeadsMedianBetweenItsForks() {
        assertThat(Points.bencher(SampleGate.report())
                        .getOrDefault("a.B.slower", Map.of())
                        .getOrDefault("cpu", Map.of()))
                .containsEntry("value", 120.0)
                .containsEntry("lower_value", 119.0)
                .containsEntry("upper_value", 121.0);
    }

    @Test
    void openMetrics_text_endsAsTheFormatWants() {
        assertThat(Points.openMetrics(SampleGate.report()))
                .contains("agentperf_benchmark{benchmark=\"a.B.slower\",metric=\"cpu\",unit=\"ns/op\"} 120.0\n")
                .contains("agentperf_gate_comparisons{verdict=\"regressed\"} 1\n")
                .endsWith("# EOF\n");
    }

    @Test
    void otava_lines_haveTheSameColumns() {
        String[] lines =
                Points.otava(SampleGate.report(), "2026-01-01", "c0ffee").split("\n", -1);

        assertThat(lines).hasSize(3).endsWith("");
        assertThat(lines[0]).startsWith("time,commit,\"a.B.slower cpu\"");
        assertThat(lines[1]).startsWith("2026-01-01,c0ffee,120.0,");
    }

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
    void answer_nothingInCommon_isNotFine() {
        assertThat(GateWords.answer(SampleGate.of())).startsWith("Nothing was compared");
    }
}
