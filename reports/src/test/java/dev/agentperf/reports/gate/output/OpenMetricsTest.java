package dev.agentperf.reports.gate.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.gate.SampleGate;
import dev.agentperf.reports.gate.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class OpenMetricsTest {
    /* The grammar of OpenMetrics 1.0, section "ABNF", for what a gauge without timestamps may be. */
    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final String VALUE = "(?:[^\\n\"\\\\]|\\\\[n\"\\\\])*";
    private static final String NUMBER = "[+-]?\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?";
    private static final Pattern METADATA = Pattern.compile("# (?:TYPE (" + NAME + ") gauge|HELP (" + NAME + ") .*)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"(" + VALUE + ")\"");
    private static final Pattern SAMPLE = Pattern.compile(
            "(" + NAME + ")\\{(" + LABEL.pattern() + "(?:," + LABEL.pattern() + ")*)\\} (" + NUMBER + ")");

    @Test
    void text_hostileNames_readsBackAsWritten() {
        List<Sample> samples = parse(OpenMetrics.render(SampleGate.hostile()));
        String id = new Subject("a.B.c", Map.of("text", SampleGate.HOSTILE)).id();

        assertThat(samples)
                .contains(
                        sample(1.75e-7, id, "cpu", "ns/op"),
                        sample(3.5e12, id, "wall", "ns/op"),
                        sample(0.375, id, "hit rate", "ratio"));
    }

    @Test
    void samples_areOneOfEachLabelSet_withTheCountOfEachVerdict() {
        List<Sample> samples = parse(OpenMetrics.render(SampleGate.report()));

        assertThat(samples.stream().map(one -> one.name + one.labels)).doesNotHaveDuplicates();
        assertThat(samples)
                .contains(
                        sample(120, "a.B.slower", "cpu", "ns/op"),
                        new Sample("agentperf_gate_comparisons", Map.of("verdict", "regressed"), 1))
                .hasSize(4 + 4);
    }

    @Test
    void reportWithoutComparisons_isAnExpositionAllTheSame() {
        assertThat(parse(OpenMetrics.render(SampleGate.of()))).hasSize(4).allMatch(one -> one.value == 0);
    }

    private static Sample sample(double value, String benchmark, String metric, String unit) {
        return new Sample("agentperf_benchmark", Map.of("benchmark", benchmark, "metric", metric, "unit", unit), value);
    }

    /* Fails where the text breaks a rule: line feeds only, EOF last, one block a family, each line by the grammar. */
    private static List<Sample> parse(String text) {
        assertThat(text).endsWith("\n# EOF\n").doesNotContain("\r");
        List<Sample> samples = new ArrayList<>();
        List<String> families = new ArrayList<>();
        for (String line : text.substring(0, text.length() - "# EOF\n".length()).split("\n", 0)) {
            Matcher metadata = METADATA.matcher(line);
            if (metadata.matches()) {
                if (metadata.group(1) != null) {
                    assertThat(families).doesNotContain(metadata.group(1));
                    families.add(metadata.group(1));
                }
                continue;
            }
            Matcher sample = SAMPLE.matcher(line);
            assertThat(sample.matches()).as(line).isTrue();
            assertThat(families).last().isEqualTo(sample.group(1));
            samples.add(new Sample(sample.group(1), labels(sample.group(2)), Double.parseDouble(last(sample))));
        }
        return samples;
    }

    private static String last(Matcher matcher) {
        return matcher.group(matcher.groupCount());
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        LABEL.matcher(text).results().forEach(label -> labels.put(label.group(1), unescaped(label.group(2))));
        return labels;
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\(.)")
                .matcher(text)
                .replaceAll(one -> Matcher.quoteReplacement(one.group(1).equals("n") ? "\n" : one.group(1)));
    }

    private record Sample(String name, Map<String, String> labels, double value) {}
}
