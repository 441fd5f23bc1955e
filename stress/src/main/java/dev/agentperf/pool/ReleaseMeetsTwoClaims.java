package dev.agentperf.pool;

import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * The only container comes back to a waiting claim while another one is made: the waiting one has it, and the other one
 * when that gives it back.
 */
@JCStressTest
@Outcome(id = "10, 2", expect = Expect.ACCEPTABLE, desc = "first come, first served")
@Outcome(expect = Expect.FORBIDDEN, desc = "a lost wake-up, or a container in two hands")
@State
public class ReleaseMeetsTwoClaims {
    private final StressedPool stressed = new StressedPool();
    private final Lease lease = stressed.take();
    private final CompletableFuture<Claim> first = stressed.claim();
    private CompletableFuture<Claim> second = new CompletableFuture<>();

    /** Gives the container back. */
    @Actor
    public void release() {
        lease.release();
    }

    /** Claims it too. */
    @Actor
    public void second() {
        second = stressed.claim();
    }

    /** Looks at both claims, and counts the granted ones after the first has given it back. */
    @Arbiter
    public void after(II_Result result) {
        result.r1 = 10 * StressedPool.outcome(first) + StressedPool.outcome(second);
        first.join().lease().release();
        result.r2 = granted();
    }

    private int granted() {
        return (StressedPool.outcome(first) == 1 ? 1 : 0) + (StressedPool.outcome(second) == 1 ? 1 : 0);
    }
}
