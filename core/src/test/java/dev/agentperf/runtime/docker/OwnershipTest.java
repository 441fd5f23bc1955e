package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.runtime.host.Owner;
import dev.agentperf.runtime.host.ProcessTable;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Processes 1 and 2 run here; this is the third runtime of process 1, and the first is closed. */
final class OwnershipTest {
    private static final String HERE = "boot.1";
    private static final Owner SELF = new Owner(HERE, 1, 100);

    private final Ownership ownership =
            new Ownership(new Labels(SELF, 3), new Here(), epoch -> epoch == 1, "mine"::equals);

    /** A place with two processes. */
    private static final class Here implements ProcessTable {
        @Override
        public String place() {
            return HERE;
        }

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public OptionalLong startTicks(long process) {
            return process <= 2 ? OptionalLong.of(100 * process) : OptionalLong.empty();
        }
    }

    private static Map<String, String> labels(Owner owner, String epoch) {
        return Map.of(DockerRuntime.OWNER_LABEL, owner.label(), DockerRuntime.EPOCH_LABEL, epoch);
    }

    @Test
    void containerOfAnEndedOwner_isNobodys() {
        assertThat(ownership.graceOf("x", labels(new Owner(HERE, 9, 100), "1"))).contains(Ownership.GRACE);
        assertThat(ownership.graceOf("x", labels(new Owner(HERE, 2, 199), "1"))).contains(Ownership.GRACE);
    }

    @Test
    void containerOfALiveOwner_isNeverTouched() {
        assertThat(ownership.graceOf("x", labels(new Owner(HERE, 2, 200), "1"))).isEmpty();
        assertThat(ownership.graceOf("x", labels(new Owner("elsewhere", 9, 100), "1")))
                .isEmpty();
    }

    @Test
    void containerWithoutAReadableOwner_isNeverTouched() {
        assertThat(ownership.graceOf("x", Map.of())).isEmpty();
        assertThat(ownership.graceOf("x", Map.of(DockerRuntime.OWNER_LABEL, "boot.1/9/100")))
                .isEmpty();
        assertThat(ownership.graceOf("x", labels(SELF, "three"))).isEmpty();
    }

    @Test
    void containerOfAClosedRuntimeOfThisProcess_isNobodys() {
        assertThat(ownership.graceOf("x", labels(SELF, "1"))).contains(Ownership.GRACE);
        assertThat(ownership.graceOf("x", labels(SELF, "2"))).isEmpty();
    }

    @Test
    void containerOfThisRuntime_isItsOwn_unlessItNeverLearntOfIt() {
        assertThat(ownership.graceOf("mine", labels(SELF, "3"))).isEmpty();
        assertThat(ownership.graceOf("lost", labels(SELF, "3"))).contains(Ownership.OWN_GRACE);
    }
}
