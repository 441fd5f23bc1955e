package dev.agentperf.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnerTest {
    private static final String HERE = "boot-1.4026531836";

    private final Owner owner = new Owner(HERE, 42, 1000);

    /** Processes as a test says, in one place. */
    private record Table(String place, boolean isComplete, Map<Long, Long> starts) implements ProcessTable {
        @Override
        public OptionalLong startTicks(long process) {
            Long start = starts.get(process);
            return start == null ? OptionalLong.empty() : OptionalLong.of(start);
        }
    }

    private static Table here(Map<Long, Long> starts) {
        return new Table(HERE, true, starts);
    }

    @Test
    void label_isReadBackAsTheSameOwner() {
        assertThat(Owner.parse(owner.label())).contains(owner);
        assertThat(Owner.parse(Owner.current().label())).contains(Owner.current());
    }

    @Test
    void ownerThatRuns_hasNotEnded() {
        assertThat(owner.hasEnded(here(Map.of(42L, 1000L)))).isFalse();
    }

    @Test
    void ownerThatIsNotThere_hasEnded() {
        assertThat(owner.hasEnded(here(Map.of(41L, 1000L)))).isTrue();
    }

    @Test
    void ownerWhoseIdentifierWasUsedAgain_hasEnded() {
        assertThat(owner.hasEnded(here(Map.of(42L, 1001L)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"boot-2.4026531836", "boot-1.4026532999", ""})
    void ownerOfAnotherBootOrNamespace_isNotKnownToHaveEnded(String place) {
        assertThat(owner.hasEnded(new Table(place, true, Map.of()))).isFalse();
        assertThat(new Owner(place, 42, 1000).hasEnded(here(Map.of()))).isFalse();
    }

    @Test
    void ownerWhoseStartIsUnknown_isNotKnownToHaveEnded() {
        assertThat(new Owner(HERE, 42, -1).hasEnded(here(Map.of()))).isFalse();
    }

    @Test
    void whoDoesNotSeeAllProcesses_knowsOfNoneThatItHasEnded() {
        assertThat(owner.hasEnded(new Table(HERE, false, Map.of()))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/1/2", "2/a/b/c", "2/a/1/x", "1/a/1/2", "2/a/1/2/3"})
    void labelOfSomeoneElse_isNoOwner(String label) {
        assertThat(Owner.parse(label)).isEmpty();
    }
}
