package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnerTest {
    private final Owner self = Owner.current();

    @Test
    void label_isReadBackAsTheSameOwner() {
        assertThat(Owner.parse(self.label())).contains(self);
    }

    @Test
    void thisProcess_hasNotEnded() {
        assertThat(self.hasEnded()).isFalse();
    }

    @Test
    void processThatHasEnded_isKnownToHave() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();

        assertThat(new Owner(self.place(), ended.pid(), self.startMillis()).hasEnded())
                .isTrue();
    }

    @Test
    void identifierThatWasUsedAgain_belongsToAnEndedOwner() {
        assertThat(new Owner(self.place(), self.process(), self.startMillis() - 1000).hasEnded())
                .isTrue();
    }

    @Test
    void ownerInAnotherPlace_isLeftAlone() {
        long noProcess = Integer.MAX_VALUE;

        assertThat(new Owner("another-boot.4026531836", noProcess, 1).hasEnded())
                .isFalse();
        assertThat(new Owner("", noProcess, 1).hasEnded()).isFalse();
        assertThat(new Owner(self.place(), noProcess, 0).hasEnded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b", "a/b/c", "a/1/x", "a/1/2/3"})
    void labelOfSomeoneElse_isNoOwner(String label) {
        assertThat(Owner.parse(label)).isEmpty();
    }
}
