package dev.agentperf.reports.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnchorTest {
    @Test
    void plainName_isItsOwnAnchor() {
        assertThat(Anchor.of("policy", "fixed:10")).isEqualTo("policy-fixed_10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>\"'", "a b", "\u202Eabc", "", "\uD83E\uDD16"})
    void anyName_becomesAnIdThatASelectorTakes(String name) {
        assertThat(Anchor.of("policy", name)).matches("policy-[a-z0-9_-]*");
    }

    @ParameterizedTest
    @CsvSource({"fixed:10, fixed_10", "React, react", "a.b, a-b"})
    void namesThatLookAlike_areToldApart(String one, String other) {
        assertThat(Anchor.of("type", one)).isNotEqualTo(Anchor.of("type", other));
    }
}
