package dev.agentperf.reports.gate.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.gate.SampleGate;
import dev.agentperf.reports.gate.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OtavaCsvTest {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

    @Test
    void lines_haveTheSameColumns() {
        assertThat(OtavaCsv.render(SampleGate.report(), TIME, "c0ffee"))
                .startsWith("time,commit,\"a.B.slower cpu\",")
                .contains("\n2026-01-02T03:04:05Z,c0ffee,120.0,");
    }

    @Test
    void hostileNames_areReadByTheRulesOfRfc4180() {
        String id = new Subject("a.B.c", Map.of("text", SampleGate.HOSTILE)).id();

        assertThat(rows(OtavaCsv.render(SampleGate.hostile(), TIME, "a,\"b\"")))
                .containsExactly(
                        List.of("time", "commit", id + " cpu", id + " wall", id + " hit rate"),
                        List.of("2026-01-02T03:04:05Z", "a,\"b\"", "1.75E-7", "3.5E12", "0.375"));
    }

    /* A quoted cell may hold anything, quotes twice; a bare one neither quotes nor commas nor ends of lines. */
    private static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            StringBuilder cell = new StringBuilder();
            if (text.charAt(at) == '"') {
                for (at++; text.charAt(at) != '"' || text.charAt(at + 1) == '"'; at++) {
                    cell.append(text.charAt(at));
                    at += text.charAt(at) == '"' ? 1 : 0;
                }
                at++;
            } else {
                for (; text.charAt(at) != ',' && text.charAt(at) != '\n'; at++) {
                    assertThat(text.charAt(at)).isNotEqualTo('"');
                    cell.append(text.charAt(at));
                }
            }
            row.add(cell.toString());
            assertThat(text.charAt(at)).isIn(',', '\n');
            if (text.charAt(at++) == '\n') {
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        assertThat(row).isEmpty();
        return rows;
    }
}
