package dev.agentperf.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NamedToolsTest {
    private final KnownTools tools = new KnownTools();
    private final NamedTools names = new NamedTools();

    @Test
    void named_wholeNameJustAskedFor_countsOneAndAHalf() {
        know("order_cancel", "order_track");

        double[] named = names.named(List.of(turn("", "Cancel my order!")));

        assertThat(named[0]).isEqualTo(1.5, within(1e-12));
    }

    /** By hand: of two names, "order" is in both, ln(3/2), and "track" in one, ln(3). */
    @Test
    void named_wordThatManyNamesShare_countsLess() {
        know("order_cancel", "order_track");

        double[] named = names.named(List.of(turn("Which order?", "")));

        double shared = Math.log(1.5);
        assertThat(named[1]).isEqualTo(shared / (shared + Math.log(3)), within(1e-12));
        assertThat(named[0]).isEqualTo(named[1]);
    }

    @Test
    void named_askedForLongAgo_countsHalf() {
        know("cancel", "track");

        double[] named = names.named(List.of(turn("", "cancel"), "track", turn("done?", "yes")));

        assertThat(named).containsExactly(0.5, 0);
    }

    @Test
    void named_noTalkOrToolsWithoutWords_isNone() {
        know("cancel", "42");

        assertThat(names.named(List.of("cancel", ExecutionPatterns.USER_TURN))).containsExactly(0, 0);
        assertThat(names.named(List.of(turn("42", "42")))).containsExactly(0, 0);
    }

    private void know(String... names) {
        tools.learn(List.of(names));
        this.names.learn(tools);
    }

    private static String turn(String agent, String user) {
        return new UserTurn(agent, user).asStep();
    }
}
