package dev.agentperf.runtime.docker;

import dev.agentperf.runtime.host.Owner;
import dev.agentperf.runtime.host.ProcessTable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/**
 * Tells whose a container is by what is written on it.
 *
 * @param self this process and runtime
 * @param processes what is running
 * @param isClosed whether a runtime of this process is known to be closed
 * @param isKnown whether this runtime has a container
 */
record Ownership(Labels self, ProcessTable processes, LongPredicate isClosed, Predicate<String> isKnown) {

    /** The age before which a container is left alone, whoever's it was. */
    static final Duration GRACE = Duration.ofSeconds(5);

    /** The age before which a container of this very runtime may still be on its way to it. */
    static final Duration OWN_GRACE = Greeting.PATIENCE.multipliedBy(2);

    /**
     * Returns how old a container has to be to be removed; empty if it must never be, because somebody owns it or
     * nothing is known of its owner.
     */
    Optional<Duration> graceOf(String id, Map<String, String> labels) {
        Optional<Owner> owner = Owner.parse(labels.getOrDefault(DockerRuntime.OWNER_LABEL, ""));
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        return owner.get().equals(self.owner()) ? graceOfOwn(id, labels) : graceOfOther(owner.get());
    }

    private Optional<Duration> graceOfOther(Owner owner) {
        return owner.hasEnded(processes) ? Optional.of(GRACE) : Optional.empty();
    }

    private Optional<Duration> graceOfOwn(String id, Map<String, String> labels) {
        long epoch;
        try {
            epoch = Long.parseLong(labels.getOrDefault(DockerRuntime.EPOCH_LABEL, ""));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
        if (epoch != self.epoch()) {
            return isClosed.test(epoch) ? Optional.of(GRACE) : Optional.empty();
        }
        return isKnown.test(id) ? Optional.empty() : Optional.of(OWN_GRACE);
    }
}
