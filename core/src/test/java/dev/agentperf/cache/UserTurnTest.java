package dev.agentperf.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class UserTurnTest {

    @Test
    void words_ofATalk_areShortLowerAndOnce() {
        UserTurn turn = new UserTurn("", "Please CANCEL it: I've cancelled my 2 trips, a cancellation is due.");

        assertThat(turn.userSaid()).isEqualTo("cance due pleas trips");
    }

    @Test
    void words_ofToolNames_areTheirParts() {
        assertThat(UserTurn.words("get_user_details")).containsExactly("detai", "get", "user");
        assertThat(UserTurn.words("searchDirectFlight")).containsExactly("direc", "fligh", "searc");
        assertThat(UserTurn.words("HTTPServer-restart2")).containsExactly("http", "resta", "serve");
        assertThat(UserTurn.words("do")).isEmpty();
    }

    @Test
    void words_ofOtherScripts_areWordsToo() {
        assertThat(UserTurn.words("Größe ändern, заказ отменить")).containsExactly("größe", "änder", "заказ", "отмен");
    }

    @Test
    void words_ofEndlessTalk_stayWithinTheirBounds() {
        String many = IntStream.range(0, 1_000)
                .mapToObj(word -> Integer.toString(word, 26).replaceAll("[0-9]", "x") + "abc")
                .collect(Collectors.joining(" "));

        assertThat(UserTurn.words(many)).hasSizeLessThanOrEqualTo(UserTurn.MOST_WORDS);
        assertThat(UserTurn.words("a ".repeat(UserTurn.MOST_LETTERS) + "late")).isEmpty();
    }

    @Test
    void in_stepWithoutWords_isATurnOfNone() {
        assertThat(UserTurn.in(ExecutionPatterns.USER_TURN)).isEqualTo(UserTurn.SILENT);
        assertThat(UserTurn.in("search")).isEqualTo(UserTurn.SILENT);
        assertThat(UserTurn.tellsWords(ExecutionPatterns.USER_TURN)).isFalse();
    }

    @Property
    void in_itsOwnStep_isTheSameTurn(@ForAll String agent, @ForAll String user) {
        UserTurn turn = new UserTurn(agent, user);

        assertThat(KnownTools.isUserTurn(turn.asStep())).isTrue();
        assertThat(UserTurn.in(turn.asStep())).isEqualTo(turn);
    }

    @Property
    void words_takenTwice_areTheSame(@ForAll String text) {
        String once = String.join(" ", UserTurn.words(text));

        assertThat(String.join(" ", UserTurn.words(once))).isEqualTo(once);
    }
}
