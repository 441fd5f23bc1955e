package dev.agentperf.reports.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarkdownTest {
    @ParameterizedTest
    @CsvSource({
        "fixed:10, fixed:10",
        "<b>, &lt;b&gt;",
        "a|b, a\\|b",
        "*a*_b_, \\*a\\*\\_b\\_",
        "[a](b), \\[a\\]\\(b\\)",
        "@team, &#64;team",
        "https://a.b, https&#58;//a.b",
        "org/repo#1, org/repo\\#1"
    })
    void name_isNothingButItself(String name, String markdown) {
        assertThat(Markdown.name(name)).isEqualTo(markdown);
    }

    @Test
    void code_hasAFenceThatItsTextCannotClose() {
        assertThat(Markdown.code("a")).isEqualTo("`a`");
        assertThat(Markdown.code("a``b")).isEqualTo("```a``b```");
        assertThat(Markdown.code("`")).isEqualTo("`` ` ``");
        assertThat(Markdown.code("a|b")).isEqualTo("`a\\|b`");
    }

    @Test
    void table_alignsFiguresRight() {
        assertThat(new Markdown()
                        .table(List.of("a", "b#"), Stream.of(List.of("x", "1")))
                        .toString())
                .isEqualTo("| a | b |\n| --- | ---: |\n| x | 1 |\n");
    }
}
