package dev.agentperf.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyParserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fixed:0",
                "fixed:10",
                "keepalive:10m",
                "keepalive:500ms",
                "keepalive:0s",
                "hybrid",
                "hybrid:1h",
                "breakeven:300",
                "hazard:0.5",
                "adaptive:2400",
                "greedydual"
            })
    void policy_isReadAndWrittenAlike(String text) {
        assertThat(PoolPolicy.parse(text).name()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"breakeven", "hazard", "adaptive"})
    void priceThatIsMissing_is300(String text) {
        assertThat(PoolPolicy.parse(text).name()).isEqualTo(text + ":300");
    }

    @ParameterizedTest
    @ValueSource(strings = {"breakeven", "hazard:P", "adaptive"})
    void priceThatIsLeftOpen_isTheOneGiven(String text) {
        assertThat(PoolPolicy.parse(text, 30).name()).isEqualTo(text.replace(":P", "") + ":30");
        assertThat(PoolPolicy.parse("hazard:5", 30).name()).isEqualTo("hazard:5");
    }

    @Test
    void unknownPolicy_listsWhatExists() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PoolPolicy.parse("lru:3"))
                .withMessage(
                        "unknown policy 'lru:3', expected one of fixed:N, keepalive:D, hybrid, breakeven:P, hazard:P,"
                                + " adaptive:P, greedydual, slo:R");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fixed",
                "fixed:",
                "fixed:-1",
                "fixed:x",
                "fixed:1.5",
                "keepalive",
                "keepalive:10",
                "keepalive:-1s",
                "hybrid:1s",
                "hybrid:8d",
                "breakeven:",
                "breakeven:-1",
                "hazard:x",
                "adaptive:NaN",
                "greedydual:1GB"
            })
    void badParameter_namesThePolicy(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PoolPolicy.parse(text))
                .withMessageStartingWith("policy '" + text + "': ");
    }
}
