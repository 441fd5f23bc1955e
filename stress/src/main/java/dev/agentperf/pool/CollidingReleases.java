package dev.agentperf.pool;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Two leases are released at once while somebody claims: each container is had once, whatever lane it went to. */
@JCStressTest
@Outcome(id = "0, 1, 1", expect = Expect.ACCEPTABLE, desc = "claimed too early, both there")
@Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "claimed one, the other there")
@Outcome(expect = Expect.FORBIDDEN, desc = "lost, or there twice")
@State
public class CollidingReleases {
    private final StressedPool stressed = new StressedPool(2);
    private final Lease one = stressed.take();
    private final Lease other = stressed.take();
    private int claimed;

    /** Releases. */
    @Actor
    public void first() {
        one.release();
    }

    /** Releases. */
    @Actor
    public void second() {
        other.release();
    }

    /** Claims. */
    @Actor
    public void claim() {
        claimed = stressed.tryTake();
    }

    /** Claims what is there. */
    @Arbiter
    public void after(III_Result result) {
        result.r1 = claimed;
        result.r2 = stressed.tryTake();
        result.r3 = stressed.tryTake();
    }
}
