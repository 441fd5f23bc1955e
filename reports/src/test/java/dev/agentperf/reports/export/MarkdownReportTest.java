package dev.agentperf.reports.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.model.RunReport;
import dev.agentperf.reports.model.SampleRun;
import org.junit.jupiter.api.Test;

final class MarkdownReportTest {
    @Test
    void report_beginsWithQuestionAnswerAndVerdicts() {
        assertThat(MarkdownReport.render(SampleRun.complete())).startsWith("""
                        # Do warm starts, tool look-ups, stats calls and resource limits meet their targets?

                        **✕ No: 1 of 4 targets is missed.**

                        | Figure | Measured | Verdict | Demanded | Spread | n | Taken from |
                        | --- | ---: | --- | ---: | --- | ---: | --- |
                        | Runs within the predicted limit | 87.5~% | ✕ missed | at least 95.0~% | 95 % interval 86.9~% to 88.1~% | 13 186 | mean-buffer, memory |
                        | Warm start, 99th percentile | 612~µs | ✓ met | at most 100~ms | 95 % interval from 290~µs; 200 starts give no upper end | 200 | docker, warm-live |
                        """.replace('~', '\u00A0'));
    }

    @Test
    void everyTable_isRectangular() {
        MarkdownReport.render(SampleRun.hostile())
                .lines()
                .filter(line -> line.startsWith("|"))
                .forEach(line -> assertThat(line).endsWith(" |"));
    }

    @Test
    void hostileNames_openNoElement() {
        String outsideCode = MarkdownReport.render(SampleRun.hostile()).replaceAll("``.*?``", "");

        assertThat(outsideCode).doesNotContain("<script", "<img", "\u202E");
    }

    @Test
    void nothingMeasured_isSaidInEverySection() {
        String report = MarkdownReport.render(RunReport.empty());

        assertThat(report).contains("? Unknown: no target was measured.").doesNotContain("✓");
        assertThat(report.split("Not measured", -1)).hasSize(6);
    }

    @Test
    void quickProfile_callsItsBenchmarksSmoke() {
        assertThat(MarkdownReport.render(SampleRun.complete())).contains("Smoke, not evidence");
    }
}
