package dev.agentperf.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.model.RunReport;
import dev.agentperf.reports.model.SampleRun;
import dev.agentperf.reports.model.StandardTarget;
import dev.agentperf.reports.model.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HtmlReportTest {
    private static final String COMPLETE = HtmlReport.render(SampleRun.complete());

    @Test
    void sameResults_giveTheSamePage() {
        assertThat(HtmlReport.render(SampleRun.complete())).isEqualTo(COMPLETE);
    }

    @Test
    void sample_isKeptToBeLookedAt() throws IOException {
        Path directory = Files.createDirectories(Path.of("target", "sample"));

        Files.writeString(directory.resolve("report.html"), COMPLETE);
        Files.writeString(directory.resolve("hostile.html"), HtmlReport.render(SampleRun.hostile()));
        Files.writeString(directory.resolve("simulate.html"), HtmlReport.render(SampleRun.simulated()));
        Files.writeString(directory.resolve("plan.html"), HtmlReport.render(SampleRun.planned("react")));
        Files.writeString(directory.resolve("predict.html"), HtmlReport.render(SampleRun.predicted()));
        Files.writeString(directory.resolve("sweep.html"), HtmlReport.render(SampleRun.swept("runs.jsonl")));
        Files.writeString(directory.resolve("empty.html"), HtmlReport.render(RunReport.empty()));

        assertThat(directory).isNotEmptyDirectory();
    }

    @Test
    void page_asksNothingOfTheNetwork() {
        assertThat(COMPLETE.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContainPattern("(src|href|action)=\"(https?:)?//")
                .doesNotContain("@import", "url(");
    }

    @Test
    void page_withoutItsData_isSmall() {
        String page = COMPLETE.replaceAll("(?s)<script type=\"application/json\".*?</script>", "");

        assertThat(page.length()).isLessThan(500_000);
    }

    @Test
    void pageOfOnePart_hasThisPartAlone() {
        assertThat(HtmlReport.render(SampleRun.planned("react")))
                .contains("id=\"plan\"", "class=\"plan-chart\"")
                .doesNotContain("id=\"starts\"", "id=\"policies\"", "No target");
        assertThat(HtmlReport.render(SampleRun.swept("t"))).contains("id=\"sweep-adaptive-p-");
        assertThat(HtmlReport.render(SampleRun.simulated())).contains("class=\"timeline-0\"", "class=\"replay-chart\"");
    }

    @Test
    void hostileNames_openNoElement() {
        String page = HtmlReport.render(SampleRun.hostile());

        assertThat(page).doesNotContain("<script>window.pwned", "<img", "\u202E", "\u2066");
        assertThat(page.split("</script>", -1)).hasSize(3);
    }

    @Test
    void longNames_areCut_andKeptInTheTitle() {
        assertThat(HtmlReport.render(SampleRun.hostile()))
                .contains("\u2026</bdi>")
                .contains("<bdi title=\"");
    }

    @Test
    void nothingMeasured_isSaidInEverySection() {
        String page = HtmlReport.render(RunReport.empty());

        assertThat(page).contains("Unknown: no target was measured.");
        assertThat(page.split("Not measured", -1)).hasSizeGreaterThan(5);
        assertThat(page).doesNotContain("class=\"card is-met\"");
    }

    @Test
    void targetThatWasNotMeasured_neverLooksMet() {
        Targets targets = Targets.of(StandardTarget.WARM_START_P99.notMeasured("simulated runtime"));

        String page =
                HtmlReport.render(new RunReport(null, targets, null, null, null, null, null, null, null, List.of()));

        assertThat(page)
                .contains("card is-absent")
                .contains("simulated runtime")
                .doesNotContain("card is-met");
    }

    @Test
    void quickProfile_callsItsBenchmarksSmoke() {
        assertThat(COMPLETE).contains("Smoke, not evidence.");
    }
}
