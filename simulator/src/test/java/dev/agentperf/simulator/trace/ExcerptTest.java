package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExcerptTest {

    @Test
    void of_shortText_isQuoted() {
        assertThat(Excerpt.of("caf\u00e9")).isEqualTo("\"caf\u00e9\"");
    }

    @Test
    void of_longText_isCut() {
        assertThat(Excerpt.of("a".repeat(100))).isEqualTo("\"" + "a".repeat(60) + "...\"");
    }

    @Test
    void of_textThatDisturbsATerminal_isHarmless() {
        assertThat(Excerpt.of("a\nb\u001b[31m\u202e\u2028\ud800")).isEqualTo("\"a?b?[31m???\"");
    }
}
