package dev.agentperf.reports.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LabelTest {
    @Test
    void plainName_isLeftAlone() {
        assertThat(Label.of("fixed:10")).isEqualTo(new Label("fixed:10", "fixed:10"));
    }

    @Test
    void directionAndControl_areShownAsCodes() {
        assertThat(Label.of("a\u202Eb\nc\uFEFFd").text()).isEqualTo("a\\u202Eb\\u000Ac\\uFEFFd");
    }

    @Test
    void halfOfAPair_isShownAsItsCode() {
        assertThat(Label.of("a\uD83Eb").text()).isEqualTo("a\\uD83Eb");
    }

    @Test
    void emoji_staysWhole() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69";

        assertThat(Label.of(family).text()).isEqualTo(family);
    }

    @Test
    void longName_isCut_andItsTitleToo() {
        Label label = Label.of("x".repeat(10_000));

        assertThat(label.isCut()).isTrue();
        assertThat(label.text()).hasSize(60).endsWith("…");
        assertThat(label.full()).hasSize(1_000).endsWith("…");
    }

    @Test
    void instant_readsToTheSecond() {
        assertThat(Label.instant("2026-11-23T16:43:47.852566957Z")).isEqualTo("2026-11-23 16:43:47 UTC");
        assertThat(Label.instant("2026-11-23T16:43:47Z")).isEqualTo("2026-11-23 16:43:47 UTC");
        assertThat(Label.instant("yesterday")).isEqualTo("yesterday");
    }

    @Test
    void shortName_isNotCut() {
        assertThat(Label.of("x".repeat(60)).isCut()).isFalse();
    }
}
