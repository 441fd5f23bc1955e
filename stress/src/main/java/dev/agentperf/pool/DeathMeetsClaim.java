package dev.agentperf.pool;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import java.util.Optional;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A ready container dies while somebody claims it: it is ended once, and a new one stands in its place. */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "one container, and it is ready")
@Outcome(expect = Expect.FORBIDDEN, desc = "leaked, ended twice, or not replaced")
@State
public class DeathMeetsClaim {
    private final StressedPool stressed = new StressedPool();
    private final Container container = ready();
    private Optional<Lease> claimed = Optional.empty();

    private Container ready() {
        try (Lease lease = stressed.take()) {
            return lease.container();
        }
    }

    /** Tells of its end. */
    @Actor
    public void death() {
        stressed.dies(container);
    }

    /** Claims it. */
    @Actor
    public void claim() {
        claimed = stressed.pool.tryAcquire(AgentType.REACT);
    }

    /** Gives back what was claimed, and counts what there is. */
    @Arbiter
    public void after(II_Result result) {
        claimed.ifPresent(Lease::release);
        result.r1 = stressed.runtime.alive();
        result.r2 = stressed.tryTake();
    }
}
